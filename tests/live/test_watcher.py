"""What counts as a change: of the articles, and of what all of them depend on."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from aligncheck.config import load_config
from aligncheck.live.watcher import Changes, Watcher

if TYPE_CHECKING:
    from pathlib import Path

NOTHING = Changes(frozenset(), frozenset())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project with one article, a glossary and a configuration."""
    save(tmp_path / "articles" / "kaj" / "sv.md", "kaj")
    save(tmp_path / "articles" / "kaj" / "en.md", "quay")
    save(tmp_path / "glossary" / "harbour.csv", "id,sv,en\n")
    config = 'source = "en"\nglossary = "glossary/"\nexclude = ["old/"]\n'
    save(tmp_path / "aligncheck.toml", config)
    return tmp_path


def save(path: Path, text: str) -> str:
    """Write a file, and give its path as a change names it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path.as_posix()


def articles(*paths: str) -> Changes:
    """Give changes of articles alone."""
    return Changes(frozenset(paths), frozenset())


def settings(*paths: str) -> Changes:
    """Give changes of what all articles depend on."""
    return Changes(frozenset(), frozenset(paths))


def test_articles_that_change_come_and_go_are_noticed(project: Path) -> None:
    """Each is named once: another content, a new file, a new folder, a file renamed or gone."""
    watcher = Watcher((), load_config(None, project))
    sv = project / "articles" / "kaj" / "sv.md"
    assert watcher.look() == NOTHING
    assert watcher.look() == articles() == NOTHING
    assert (save(sv, "kajen"), watcher.look()) == (sv.as_posix(), articles(sv.as_posix()))
    zh = save(sv.with_name("zh.md"), "码头")
    assert (watcher.look(), watcher.look()) == (articles(zh), NOTHING)
    new = save(project / "articles" / "hav" / "djup" / "sv.html", "<p>hav</p>")
    assert watcher.look() == articles(new)
    sv.rename(sv.with_name("nb.md"))
    assert watcher.look() == articles(sv.as_posix(), sv.with_name("nb.md").as_posix())
    sv.with_name("nb.md").unlink()
    assert watcher.look() == articles(sv.with_name("nb.md").as_posix())
    (project / "articles" / "kaj").rename(project / "articles" / "brygga")
    old, moved = project / "articles" / "kaj", project / "articles" / "brygga"
    names = ("en.md", "zh.md")
    assert watcher.look() == articles(*((at / n).as_posix() for at in (old, moved) for n in names))


def test_a_file_of_the_same_size_is_noticed_by_its_time(project: Path) -> None:
    """An editor may change one letter for another."""
    watcher = Watcher((), load_config(None, project))
    en = project / "articles" / "kaj" / "en.md"
    save(en, "bank")
    os.utime(en, ns=(1, 1))
    assert watcher.look() == articles(en.as_posix())


def test_what_is_no_article_is_no_change(project: Path) -> None:
    """Pictures, hidden files and what the configuration excludes are not looked at."""
    watcher = Watcher((), load_config(None, project))
    for name in ("kaj.png", ".draft.md", ".git/sv.md", "node_modules/a/sv.md", "old/sv.md"):
        save(project / name, "x")
    (project / "empty").mkdir()
    assert watcher.look() == NOTHING
    draft = save(project / "draft.sv.md", "x")
    assert watcher.look() == articles(draft)


def test_settings_are_told_apart(project: Path) -> None:
    """The configuration, a glossary's files, and a baseline that comes to be."""
    config = load_config(None, project)
    watcher = Watcher([str(project / "articles")], config)
    assert watcher.look() == NOTHING
    harbour = save(project / "glossary" / "harbour.csv", "id,sv,en\nquay,kaj,quay\n")
    assert watcher.look() == settings(harbour)
    ships = save(project / "glossary" / "ships.csv", "id,sv,en\n")
    toml = save(project / "aligncheck.toml", 'source = "en"\nbaseline = "known.json"\n')
    assert watcher.look() == settings(ships, toml)
    watcher.follow(load_config(None, project))
    assert watcher.look() == NOTHING
    baseline = save(project / "known.json", "{}")
    assert watcher.look() == settings(baseline)


def test_a_configuration_that_is_not_there_yet_is_waited_for(tmp_path: Path) -> None:
    """It may be written while the files are followed."""
    save(tmp_path / "kaj.sv.md", "kaj")
    watcher = Watcher((), load_config(None, tmp_path))
    toml = save(tmp_path / "aligncheck.toml", "")
    assert watcher.look() == settings(toml)


def test_nothing_is_lost_between_a_look_and_another_configuration(project: Path) -> None:
    """What changed since the last look is told by the next one, what came in by it is not."""
    watcher = Watcher((), load_config(None, project))
    old = save(project / "old" / "sv.md", "gammal")
    save(project / "aligncheck.toml", 'source = "en"\n')
    assert old not in watcher.look().articles
    sv = save(project / "articles" / "kaj" / "sv.md", "en annan kaj")
    watcher.follow(load_config(None, project))
    assert watcher.look() == articles(sv)
    save(project / "old" / "sv.md", "ännu äldre")
    assert watcher.look() == articles(old)


def test_files_given_by_hand_are_looked_at_alone(project: Path) -> None:
    """Their neighbours are not, and one that is gone is noticed."""
    sv, en = (project / "articles" / "kaj" / f"{locale}.md" for locale in ("sv", "en"))
    watcher = Watcher([str(sv), str(en)], load_config(None, project))
    save(sv.with_name("zh.md"), "码头")
    assert watcher.look() == NOTHING
    en.unlink()
    assert watcher.look() == articles(en.as_posix())


def test_a_folder_that_goes_takes_its_articles_along(project: Path) -> None:
    """It is no error: it may come back."""
    watcher = Watcher([str(project / "articles")], load_config(None, project))
    (project / "articles").rename(project / "texts")
    kaj = project / "articles" / "kaj"
    gone = {(kaj / name).as_posix() for name in ("sv.md", "en.md")}
    assert gone <= watcher.look().articles <= gone | {(project / "articles").as_posix()}
    (project / "texts").rename(project / "articles")
    assert gone <= watcher.look().articles
