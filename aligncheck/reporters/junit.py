"""JUnit XML, which test dashboards read: a suite per article, a case per finding.

A version without findings is a case that passes, so that what was checked is counted.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from aligncheck.model import Severity
from aligncheck.reporters._writing.quoting import one_line
from aligncheck.reporters._writing.wording import (
    file_position,
    finding_sentence,
    place_excerpt,
    place_label,
    quoted_places,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aligncheck.model import Finding, Run


def render(run: Run) -> str:
    """Write errors and warnings as failures, and what is for information as skipped."""
    root = ET.Element("testsuites", name="aligncheck")
    paths = {bundle.name: bundle.paths for bundle in run.bundles}
    for name in dict.fromkeys([*paths, *(finding.bundle for finding in run.findings)]):
        findings = [finding for finding in run.findings if finding.bundle == name]
        root.append(_make_suite(name, findings, paths.get(name, {})))
    _count_cases(root, list(root.iter("testcase")))
    root.set("time", f"{run.summary.elapsed_seconds:.3f}")
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _make_suite(bundle: str, findings: Sequence[Finding], paths: Mapping[str, str]) -> ET.Element:
    """Give an article: its findings, then its versions that have none."""
    suite = ET.Element("testsuite", name=one_line(bundle))
    suite.extend([_make_case(finding) for finding in findings])
    faulty = {finding.path for finding in findings}
    for locale, path in paths.items():
        if path not in faulty:
            name = one_line(f"{path} ({locale})")
            ET.SubElement(suite, "testcase", classname=one_line(bundle), name=name)
    _count_cases(suite, list(suite.iter("testcase")))
    return suite


def _make_case(finding: Finding) -> ET.Element:
    name = f"{file_position(finding)} {finding.code} {finding.name}"
    case = ET.Element("testcase", classname=one_line(finding.bundle), name=name)
    case.set("file", one_line(finding.path))
    case.set("line", str(finding.span.start_line))
    outcome = "skipped" if finding.severity is Severity.INFO else "failure"
    element = ET.SubElement(case, outcome, message=finding_sentence(finding))
    element.set("type", finding.severity.value)
    element.text = "\n".join(
        f"{place_label(place)}: {place_excerpt(place)}" for place in quoted_places(finding)
    )
    return case


def _count_cases(element: ET.Element, cases: list[ET.Element]) -> None:
    """Note how many cases there are, and how many of them failed or were skipped."""
    outcomes = Counter(child.tag for case in cases for child in case)
    element.set("tests", str(len(cases)))
    element.set("failures", str(outcomes["failure"]))
    element.set("errors", "0")
    element.set("skipped", str(outcomes["skipped"]))
