"""Laying out files, and looking at the bundles that are found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aligncheck.config import Config
from aligncheck.discovery import discover_bundles

if TYPE_CHECKING:
    from aligncheck.model import Bundle


def lay(*paths: str) -> None:
    """Make files, with the folders they stand in."""
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("Text.\n", encoding="utf-8")


def shown(bundle: Bundle) -> str:
    """Write a bundle on one line: ``name: source > targets - missing``."""
    targets = [locale for locale in bundle.paths if locale != bundle.source]
    source = f"{bundle.source} > " if bundle.source else ""
    missing = f" - {' '.join(bundle.missing)}" if bundle.missing else ""
    return f"{bundle.name}: {source}{' '.join(targets)}{missing}"


def look(*paths: str, **settings: object) -> list[str]:
    """Discover with a configuration in the working directory, each bundle on one line."""
    config = Config(root=Path.cwd(), **settings)  # type: ignore[arg-type]
    return [shown(bundle) for bundle in discover_bundles(config, paths)]


def files(pattern: str, articles: str, locales: str) -> list[str]:
    """Fill in a pattern with every article and locale named."""
    return [
        pattern.format(article=article, locale=locale)
        for article in articles.split()
        for locale in locales.split()
    ]


LAYOUTS = {
    "article/locale": (
        files("articles/{article}/{locale}.md", "als tea", "sv en zh"),
        ["articles/als: en sv zh", "articles/tea: en sv zh"],
    ),
    "article/locale, deeper": (
        files("a/2026/{article}/{locale}.md", "x/y z", "sv en"),
        ["a/2026/x/y: en sv", "a/2026/z: en sv"],
    ),
    "locale/article": (
        files("{locale}/{article}.md", "intro guide/start guide/deep/end", "sv en zh_CN"),
        ["guide/deep/end: en sv zh-CN", "guide/start: en sv zh-CN", "intro: en sv zh-CN"],
    ),
    "article.locale": (
        files("docs/{article}.{locale}.md", "intro v1.2", "sv zh-Hans"),
        ["docs/intro: sv zh-Hans", "docs/v1.2: sv zh-Hans"],
    ),
    "article_locale": (
        files("{article}_{locale}.txt", "big_news tea", "sv en zh_CN"),
        ["big_news: en sv zh-CN", "tea: en sv zh-CN"],
    ),
    "Hugo by folder": (
        files("content/{locale}/{article}.md", "_index posts/one", "en sv"),
        ["content/_index: en sv", "content/posts/one: en sv"],
    ),
    "Hugo by name": (
        files("content/{article}.{locale}.md", "_index posts/one/index", "en sv"),
        ["content/_index: en sv", "content/posts/one/index: en sv"],
    ),
    "Docusaurus": (
        [
            *files("docs/{article}.md", "intro guide/start guide/more", "en"),
            *files(
                "i18n/{locale}/docusaurus-plugin-content-docs/current/{article}.md",
                "intro guide/start",
                "sv zh-Hans",
            ),
            *files("versioned_docs/version-1.0/{article}.mdx", "intro", "en"),
            *files(
                "i18n/{locale}/docusaurus-plugin-content-docs/version-1.0/{article}.mdx",
                "intro",
                "sv zh-Hans",
            ),
            *files("blog/{article}.md", "hello", "en"),
            *files("i18n/{locale}/docusaurus-plugin-content-blog/{article}.md", "hello", "sv"),
            *files("src/pages/{article}.mdx", "about", "en"),
            *files("i18n/{locale}/docusaurus-plugin-content-pages/{article}.mdx", "about", "sv"),
            "README.md",
        ],
        [
            "blog/hello: en > sv",
            "docs/guide/more: en >  - sv zh-Hans",
            "docs/guide/start: en > sv zh-Hans",
            "docs/intro: en > sv zh-Hans",
            "src/pages/about: en > sv",
            "versioned_docs/version-1.0/intro: en > sv zh-Hans",
        ],
    ),
    "Starlight, every locale in a folder": (
        files("src/content/docs/{locale}/{article}.mdx", "index guides/one", "en sv zh-cn"),
        ["src/content/docs/guides/one: en sv zh-CN", "src/content/docs/index: en sv zh-CN"],
    ),
    "Starlight, root locale": (
        [
            *files("src/content/docs/{article}.md", "index guides/one", ""),
            *files("src/content/docs/{locale}/{article}.md", "index guides/one", "sv"),
            "src/content/docs/index.md",
            "src/content/docs/guides/one.md",
        ],
        ["src/content/docs/guides/one: en > sv", "src/content/docs/index: en > sv"],
    ),
    "VitePress": (
        [
            *["docs/index.md", "docs/guide/a.md", "docs/guide/b.md", "README.md"],
            *files("docs/{locale}/{article}.md", "index guide/a", "sv zh"),
        ],
        ["docs/guide/a: en > sv zh", "docs/guide/b: en >  - sv zh", "docs/index: en > sv zh"],
    ),
    "MkDocs by suffix": (
        [
            *["docs/index.md", "docs/a.md", "docs/b.md"],
            *files("docs/{article}.{locale}.md", "index a", "sv zh"),
        ],
        ["docs/a: en > sv zh", "docs/b: en >  - sv zh", "docs/index: en > sv zh"],
    ),
    "README and files that are no articles": (
        ["README.md", "README.sv.md", "README.zh-CN.md", "CHANGELOG.md", "LICENSE.txt"],
        ["README: en > sv zh-CN"],
    ),
    "README with underscore or hyphen": (
        ["README.md", "README_zh.md", "sub/README.md", "sub/README-zh-TW.md"],
        ["README: en > zh", "sub/README: en > zh-TW"],
    ),
    "a page for choosing the language": (
        ["index.html", *files("{locale}/{article}.html", "index news", "sv en")],
        ["index: en sv", "news: en sv"],
    ),
    "locales as page names": (
        files("{locale}/languages/{article}.md", "sv en zh fi", "sv en zh"),
        [f"languages/{name}: en sv zh" for name in ("en", "fi", "sv", "zh")],
    ),
    "text and page made of it": (
        files("{locale}/a.{article}", "md html", "sv en"),
        ["a (page): en sv", "a (text): en sv"],
    ),
    "odd names": (
        files("{locale}/{article}.md", "岗位.要求 ett🙂två #1%20[x]", "sv en"),
        ["#1%20[x]: en sv", "ett🙂två: en sv", "岗位.要求: en sv"],
    ),
    "locale in folder and name": (
        ["sv/a.sv.md", "en/a.en.md", "sv/b/c.sv.md", "en/b/c.en.md"],
        ["a: en sv", "b/c: en sv"],
    ),
    "hidden files": (["sv/a.md", "en/a.md", "sv/.b.md", "sv/.#a.md"], ["a: en sv"]),
    "spaces": (
        ["my article.sv.md", "my article.en.md"],
        ["my article: en sv"],
    ),
    "letter case": (
        ["README.md", "readme.sv.md", "Intro.SV.MD", "intro.en.md"],
        ["Intro: en sv", "README: en > sv"],
    ),
    "names that differ in letter case alone": (
        files("{article}.{locale}.md", "Tea tea", "sv en"),
        ["Tea: en sv", "tea: en sv"],
    ),
    "regions": (
        files("{locale}/{article}.md", "a", "sv-SE en-GB zh-Hans-CN pt_BR sr@latin"),
        ["a: en-GB pt-BR sr-Latn sv-SE zh-Hans-CN"],
    ),
}
