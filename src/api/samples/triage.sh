# SPDX-License-Identifier: Apache-2.0
# What is this message about, and may a program act on it?
curl -sf "$LOTSE/api/v1/triage" \
  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \
  -d '{"id": "case-4711", "subject": "Printer on floor 2", "body": "The printer prints nothing since this morning."}'
