"""Reads policy documents as a list of texts; prints the indices of those in which cloudsplaining finds a risk.

Its finding "infrastructure modification", of low severity, is not counted.
"""

import json
import sys

from cloudsplaining.scan.policy_document import PolicyDocument

found = []
for index, text in enumerate(json.load(sys.stdin)):
    try:
        policy = PolicyDocument(json.loads(text))
        risks = [
            policy.allows_privilege_escalation,
            policy.permissions_management_without_constraints,
            policy.allows_data_exfiltration_actions,
            policy.credentials_exposure,
            policy.service_wildcard,
        ]
    except Exception:  # what it cannot read, it does not pass
        risks = [True]
    if any(risks):
        found.append(index)
json.dump(found, sys.stdout)
