"""Reads policy documents as a list of texts; prints the indices of those in which parliament finds anything."""

import json
import sys

import parliament

found = []
for index, text in enumerate(json.load(sys.stdin)):
    try:
        findings = parliament.analyze_policy_string(text, include_community_auditors=True).findings
    except Exception:  # what it cannot read, it does not pass
        findings = [True]
    if findings:
        found.append(index)
json.dump(found, sys.stdout)
