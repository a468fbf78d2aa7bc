"""Which files are versions of one article."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from aligncheck.config import Config, load_config
from aligncheck.discovery import discover_bundles, propose_config
from aligncheck.errors import ConfigError, UsageError

if TYPE_CHECKING:
    from aligncheck.model import Bundle


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run each test in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)


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


@pytest.mark.parametrize(("paths", "expected"), LAYOUTS.values(), ids=LAYOUTS.keys())
def test_layouts_are_found_without_configuration(paths: list[str], expected: list[str]) -> None:
    """Every known layout is recognized, with exactly its articles."""
    if any("Tea" in path for path in paths) and sys.platform != "linux":
        pytest.skip("the file system may not tell letter case")
    lay(*paths)
    assert look() == expected


@pytest.mark.parametrize(
    "paths",
    [
        ["src/a.md", "lib/a.md", "man/a.md", "doc/a.md", "api/a.md", "bin/a.md", "log/a.md"],
        ["it/setup.md", "no/setup.md"],
        ["to-do.md", "to.md"],
        ["do_it.md", "do.md"],
        ["faq/no.md", "faq/is.md"],
        ["plug-in.md", "plug.md"],
        files("plugins/{article}/README.md", "kk sv fd fzf git go vim svn tig z aws npm", "-"),
        files("commands/{article}.md", "kk sv ls cp dd df wc cat sed awk head tail", "-"),
    ],
)
def test_words_are_not_locales(paths: list[str]) -> None:
    """A folder or name that is an ordinary word makes no article."""
    lay(*paths)
    with pytest.raises(UsageError, match="no article in two languages"):
        look()


def test_words_are_locales_beside_others() -> None:
    """A word that is also a language counts where others leave no doubt."""
    lay(*files("{locale}/{article}.md", "a b", "sv it no"))
    assert look() == ["a: it no sv", "b: it no sv"]


def test_a_version_missing_in_most_articles_is_not_expected() -> None:
    """A locale is missing from an article where most of the other articles have it."""
    lay(*files("{locale}/{article}.md", "a b c d", "sv en"), "zh/a.md")
    os.remove("sv/d.md")  # noqa: PTH107
    assert look() == ["a: en sv zh", "b: en sv", "c: en sv", "d: en - sv"]


def test_configured_locales_are_expected_of_every_article() -> None:
    """With locales configured, each lacking one is missing, and others are not looked at."""
    lay(*files("{locale}/{article}.md", "a b", "sv en fr"), "zh_CN/a.md")
    found = look(source="en", locales=("en", "sv", "zh"))
    assert found == ["a: en > sv zh", "b: en > sv - zh"]


def test_an_orphan_lacks_its_source() -> None:
    """A translation without its source has the source among what is missing."""
    lay(*files("{locale}/{article}.md", "a b", "sv en"), "sv/c.md")
    assert look(source="en") == ["a: en > sv", "b: en > sv", "c: en > sv - en"]


def test_an_orphan_of_an_unmarked_source_lacks_it() -> None:
    """Where sources carry no locale, a translation without one is an orphan too."""
    lay("docs/a.md", "docs/b.md", *files("docs/{locale}/{article}.md", "a b gone", "sv"))
    assert look() == ["docs/a: en > sv", "docs/b: en > sv", "docs/gone: en > sv - en"]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"source": "zh"}, ["README: zh > en sv"]),
        ({"locales": ("zh", "en", "sv")}, ["README: zh > en sv"]),
    ],
)
def test_the_locale_of_an_unmarked_file_is_configured(
    settings: dict[str, object], expected: list[str]
) -> None:
    """It is the source configured, or the one locale that no marker names."""
    lay("README.md", "README.en.md", "README.sv.md")
    assert look(**settings) == expected


def test_two_files_for_one_version_are_refused() -> None:
    """Both files are named, and what to do."""
    lay("README.md", "README.en.md", "README.sv.md")
    with pytest.raises(UsageError, match=r"README\.en\.md and README\.md are both the en version"):
        look()
    lay("a.sv.md", "a.sv.mdx", "a.zh.md")
    with pytest.raises(UsageError, match=r"a\.sv\.md and a\.sv\.mdx are both the sv version"):
        look("a.sv.md", "a.sv.mdx", "a.zh.md")


def test_of_two_regions_the_configured_one_is_taken() -> None:
    """A file in the very locale that is configured stands, whatever else the folder holds."""
    lay(*files("{locale}/a.md", "", ""), "zh/a.md", "zh-TW/a.md", "en/a.md")
    assert look(locales=("en", "zh")) == ["a: en zh"]


PATTERNS = {
    "one": (
        "articles/{article}/{locale}.md",
        ["articles/a/b/sv.md", "articles/a/b/en.md", "other/sv.md", "other/en.md"],
        ["articles/a/b: en sv"],
    ),
    "underscore with region": (
        "{article}_{locale}.md",
        ["a_big_zh_CN.md", "a_big_sv.md", "x.md"],
        ["a_big: sv zh-CN"],
    ),
    "without suffix": (
        "t/{locale}/{article}",
        ["t/sv/a.html", "t/en/a.html", "t/src/a.html"],
        ["t/a: en sv"],
    ),
    "source without locale": (
        ("d/{article}.md", "i18n/{locale}/{article}.md"),
        ["d/a.md", "i18n/sv/a.md", "i18n/zh/a.md", "d/b.md"],
        ["d/a: en > sv zh", "d/b: en >  - sv zh"],
    ),
    "source without locale, last": (
        ("i18n/{locale}/{article}.md", "d/{article}.md"),
        ["d/a.md", "i18n/sv/a.md"],
        ["d/a: en > sv"],
    ),
    "two with sources": (
        (
            "d/{article}.md",
            "i/{locale}/d/{article}.md",
            "b/{article}.md",
            "i/{locale}/b/{article}.md",
        ),
        ["d/a.md", "i/sv/d/a.md", "b/a.md", "i/sv/b/a.md"],
        ["b/a: en > sv", "d/a: en > sv"],
    ),
    "a locale twice": (
        "{locale}/{article}.{locale}.md",
        ["sv/a.sv.md", "en/a.en.md", "en/a.sv.md"],
        ["a: en sv"],
    ),
    "no article": ("{locale}.md", ["sv.md", "en.md", "x.md"], [": en sv"]),
}


@pytest.mark.parametrize(("pattern", "paths", "expected"), PATTERNS.values(), ids=PATTERNS.keys())
def test_patterns(
    pattern: str | tuple[str, ...], paths: list[str], expected: list[str], tmp_path: Path
) -> None:
    """What fits a pattern is an article, and nothing else is."""
    lay(*paths)
    patterns = (pattern,) if isinstance(pattern, str) else pattern
    expected = [tmp_path.name + line if line.startswith(":") else line for line in expected]
    assert look(pattern=patterns) == expected


def test_a_single_version_that_fits_a_pattern_misses_the_others() -> None:
    """With a pattern and locales, an article in one language is no reason to stop."""
    lay("articles/a/sv.md")
    found = look(pattern=("articles/{article}/{locale}.md",), locales=("sv", "en"), source="en")
    assert found == ["articles/a: en > sv - en"]


@pytest.mark.parametrize(
    ("pattern", "complaint"),
    [
        ("{artikel}/{locale}.md", r"\{artikel\}"),
        ("articles/{article}.md", r"does not say where the \{locale\} is"),
        ("articles/*/{locale}.md", r"write \{article\} for any path"),
    ],
)
def test_a_pattern_that_is_none_is_refused(pattern: str, complaint: str) -> None:
    """Unknown placeholders are named, and their lack as well."""
    lay("a.sv.md", "a.en.md")
    with pytest.raises(ConfigError, match=complaint):
        look(pattern=(pattern,))


def test_patterns_speak_of_their_project_alone(tmp_path: Path) -> None:
    """A folder outside, or one that was named and fits no pattern, is read by its own layout."""
    lay("project/articles/a/sv.md", "project/articles/a/en.md")
    lay("project/other/de/b.md", "project/other/sv/b.md", "outside/de/c.md", "outside/fr/c.md")
    config = Config(
        root=tmp_path / "project",
        pattern=("articles/{article}/{locale}.md",),
        locales=("sv", "en"),
        source="en",
    )

    def found(*paths: str) -> list[str]:
        return [shown(bundle) for bundle in discover_bundles(config, paths)]

    assert found() == found("project") == ["articles/a: en > sv"]
    assert found("outside") == ["c: de fr"]
    assert found("project/other") == ["other/b: en > sv - en"]
    lay("empty/x.md")
    with pytest.raises(UsageError, match="looked at"):
        found("empty")


BY_HAND = [
    (["article.sv.md", "article.en.md", "article.zh.md"], ["article: en sv zh"]),
    (["sv.md", "en.md"], ["{root}: en sv"]),
    (["sv/a.md", "en/a.md"], ["a: en sv"]),
    (["sv/artikel.md", "en/article.md"], ["artikel: en sv"]),
    (["artikel-sv.txt", "zh article.html"], ["artikel: sv zh"]),
    (["README.md", "README.it.md"], ["README: en > it"]),
    (["a.sv.md", "a.en.md", "b.sv.md", "b.zh.md"], ["a: en sv", "b: sv zh"]),
    (["x.md", "it/y.md"], ["x: en > it"]),
]


@pytest.mark.parametrize(("paths", "expected"), BY_HAND)
def test_files_given_by_hand(paths: list[str], expected: list[str], tmp_path: Path) -> None:
    """Files named one by one are compared, by layout or because each is in another language."""
    lay(*paths)
    assert look(*paths) == [line.replace("{root}", tmp_path.name) for line in expected]


def test_files_given_by_hand_are_compared_with_each_other_alone() -> None:
    """Nothing is missing from them, whatever is configured; without the source they are peers."""
    lay("articles/a/sv.md", "articles/a/zh_CN.md", "articles/a/de.md")
    settings = {
        "source": "en",
        "locales": ("en", "sv", "zh"),
        "pattern": ("articles/{article}/{locale}.md",),
    }
    assert look("articles/a/sv.md", "articles/a/zh_CN.md", **settings) == ["articles/a: sv zh"]
    assert look("articles/a/sv.md", "articles/a/de.md", **settings) == ["articles/a: sv de"]


def test_the_locale_of_a_file_may_be_said(tmp_path: Path) -> None:
    """Where names say nothing, --locale does."""
    lay("draft.md", "final.md")
    config = Config(root=tmp_path)
    locales = {"draft.md": "sv", "./final.md": "zh_CN"}
    (bundle,) = discover_bundles(config, ["draft.md", "final.md"], locales=locales)
    assert dict(bundle.paths) == {"sv": "draft.md", "zh-CN": "final.md"}


@pytest.mark.parametrize(
    ("paths", "complaint"),
    [
        (["a.sv.md"], "a.sv.md: nothing to compare it with"),
        (["one.md", "two.md"], "cannot tell the language of one.md, two.md; .*--locale"),
        (["a.sv.md", "b.sv.md"], "nothing to compare among a.sv.md .sv., b.sv.md .sv."),
        (["a.sv.md", "a.en.md", "b.sv.md"], "b.sv.md: nothing to compare with"),
        (["a.sv.odt", "a.en.odt"], "a.sv.odt: not a kind of file"),
    ],
)
def test_files_that_cannot_be_compared_are_refused(paths: list[str], complaint: str) -> None:
    """The message names the files and what to do."""
    lay(*paths)
    with pytest.raises(UsageError, match=complaint):
        look(*paths)


def test_paths_that_are_not_there_are_refused() -> None:
    """A missing path is named, and so is a link that leads to itself."""
    with pytest.raises(UsageError, match=r"^there is no gone$"):
        look("gone")
    Path("loop.md").symlink_to("loop.md")
    with pytest.raises(UsageError, match=r"loop\.md: cannot be looked at"):
        look("loop.md")


@pytest.mark.parametrize(
    ("paths", "settings", "complaint"),
    [
        ([], {}, "it holds no file that ends in .docx, .docm, .html, .htm, .xhtml, .md"),
        (["notes.rst"], {}, "it holds no file"),
        (
            ["a.md", "b.md"],
            {},
            r"no article in two languages in \. \(2 files looked at: a.md, b.md\)",
        ),
        (["sv/a.md", "sv/b.md"], {}, "only sv versions .*give the folder above"),
        (["fr/a.md", "de/a.md"], {"locales": ("sv", "en")}, "in the configured locales sv, en"),
        (["a.sv.md"], {"pattern": ("x/{locale}.md",)}, "nothing fits the pattern 'x/{locale}.md'"),
    ],
)
def test_nothing_found_is_an_error(
    paths: list[str], settings: dict[str, object], complaint: str
) -> None:
    """It says what was looked for, where, and what to do."""
    lay(*paths)
    with pytest.raises(UsageError, match=complaint):
        look(**settings)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (
            'source = "sv"\nlocales = [\n"sv",\n"qq"]',
            r"aligncheck\.toml:4: locales: 'qq' is no locale",
        ),
        ('source = "xx"', r"aligncheck\.toml:1: source: 'xx' is no locale"),
        ('\npattern = "{x}/{locale}.md"', r"aligncheck\.toml:2: pattern: .* holds {x}"),
        ('exclude = [\n"a",\n"!"]', r"aligncheck\.toml:3: exclude: Invalid git pattern"),
    ],
)
def test_faults_of_the_configuration_are_shown_in_its_file(text: str, complaint: str) -> None:
    """The file, the line and the key are named."""
    lay("a.sv.md", "a.en.md")
    Path("aligncheck.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=complaint):
        discover_bundles(load_config(None, Path()), [])


def test_a_folder_reached_through_a_link_is_in_the_project(tmp_path: Path) -> None:
    """Patterns hold for it, by whatever way one comes to it."""
    lay("real/articles/a/sv.md", "real/articles/a/en.md", "real/x.sv.md", "real/x.en.md")
    Path("link").symlink_to("real", target_is_directory=True)
    config = Config(root=tmp_path / "real", pattern=("articles/{article}/{locale}.md",))
    (bundle,) = discover_bundles(config, ["link"])
    assert bundle.name == "articles/a"
    assert list(bundle.paths.values()) == ["link/articles/a/en.md", "link/articles/a/sv.md"]


def test_what_is_ignored_is_left_out() -> None:
    """Excludes, .gitignore files at every depth, hidden folders and others' code are left out."""
    lay(*files("{locale}/{article}.md", "a draft/b keep/c tmp/d", "sv en"))
    lay(*files(".hidden/{locale}/{article}.md", "e", "sv en"))
    lay(*files("node_modules/{locale}/{article}.md", "f", "sv en"))
    lay(*files("build/{locale}/{article}.md", "g", "sv en"))
    Path(".git").mkdir()
    Path(".gitignore").write_text("build/\n!\n*.md\n!a.md\n!b.md\n!c.md\n", encoding="utf-8")
    Path("sv/keep").joinpath(".gitignore").write_text("c.md\n", encoding="utf-8")
    assert look(exclude=("draft/",)) == ["a: en sv", "keep/c: en - sv"]
    assert look("sv", "en", exclude=("draft/",)) == ["a: en sv", "keep/c: en - sv"]


def test_a_folder_that_is_ignored_but_asked_for_is_searched() -> None:
    """What the user names counts for more than a .gitignore above it."""
    lay(*files("build/{locale}/{article}.md", "g", "sv en"))
    Path(".git").mkdir()
    Path(".gitignore").write_text("build/\n", encoding="utf-8")
    assert look("build") == ["build/g: en sv"]


def test_an_exclude_pattern_that_is_none_is_refused() -> None:
    """The message names the pattern."""
    lay("a.sv.md", "a.en.md")
    with pytest.raises(ConfigError, match=r"exclude: .*'!'"):
        look(exclude=("!",))


def test_links_do_no_harm() -> None:
    """Folders are not followed through links, so that a loop ends; files are."""
    lay("real/x.md", "sv/a.md")
    Path("sv/loop").symlink_to("..", target_is_directory=True)
    Path("en").mkdir()
    Path("en/a.md").symlink_to("../real/x.md")
    Path("zh").mkdir()
    Path("zh/a.md").symlink_to("nowhere.md")
    assert look() == ["a: en sv zh"]
    assert look("sv/a.md", "en/a.md") == ["a: en sv"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_no_article() -> None:
    """What cannot be read without waiting is not looked at."""
    lay("sv/a.md", "en/a.md")
    Path("zh").mkdir()
    os.mkfifo("zh/a.md")
    assert look() == ["a: en sv"]


def test_a_folder_named_like_an_article() -> None:
    """It is searched where it holds articles, else it is an article that cannot be read."""
    lay("sv/a.md", "en/a.md", "guide.md/sv.md", "guide.md/en.md")
    Path("zh/a.md").mkdir(parents=True)
    assert look() == ["a: en sv zh", "guide.md: en sv"]
    assert look("sv/a.md", "zh/a.md") == ["a: sv zh"]


def test_paths_are_as_the_user_would_type_them(tmp_path: Path) -> None:
    """From the working directory, with forward slashes, however they were given."""
    lay("d/sv/a.md", "d/en/a.md")
    config = Config(root=tmp_path)
    for given in ("d", "./d/", str(tmp_path / "d"), "d/../d", "d//"):
        (bundle,) = discover_bundles(config, [given])
        assert list(bundle.paths.values()) == ["d/en/a.md", "d/sv/a.md"]
        assert bundle.name == "d/a"


def test_paths_outside_of_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They stay as they were given, and names do not depend on the working directory."""
    lay("project/docs/sv/a.md", "project/docs/en/a.md", "project/sub/x.md")
    Path("project/aligncheck.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir("project/sub")
    config = load_config(None, Path())
    (bundle,) = discover_bundles(config, ["../docs"])
    assert bundle.name == "docs/a"
    assert list(bundle.paths.values()) == ["../docs/en/a.md", "../docs/sv/a.md"]
    (bundle,) = discover_bundles(config, [])
    assert bundle.name == "docs/a"
    assert list(bundle.paths.values()) == [
        (tmp_path / "project/docs/en/a.md").as_posix(),
        (tmp_path / "project/docs/sv/a.md").as_posix(),
    ]


def test_a_file_found_twice_counts_once() -> None:
    """Overlapping paths give each article once."""
    lay("d/sv/a.md", "d/en/a.md")
    assert look("d", "d/sv", "d/sv/a.md", "./d") == ["d/a: en sv"]


@pytest.mark.parametrize(
    "paths",
    [paths for name, (paths, _) in LAYOUTS.items() if name not in {"letter case", "regions"}],
    ids=[name for name in LAYOUTS if name not in {"letter case", "regions"}],
)
def test_the_configuration_proposed_finds_the_same(paths: list[str], tmp_path: Path) -> None:
    """`aligncheck init` writes patterns by which the same articles are found."""
    lay(*paths)
    before = discover_bundles(Config(root=tmp_path), [])
    Path("aligncheck.toml").write_text(propose_config(tmp_path), encoding="utf-8")
    after = discover_bundles(load_config(None, tmp_path), [])
    assert [bundle.paths for bundle in after] == [bundle.paths for bundle in before]


def test_the_configuration_proposed_for_nothing_is_all_comments(tmp_path: Path) -> None:
    """Where no layout is found, every key is there to be filled in."""
    text = propose_config(tmp_path)
    Path("aligncheck.toml").write_text(text, encoding="utf-8")
    assert load_config(None, tmp_path) == Config(root=tmp_path, path=tmp_path / "aligncheck.toml")
    assert '# pattern = "articles/{article}/{locale}.md"' in text
