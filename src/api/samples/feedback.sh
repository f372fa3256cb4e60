# SPDX-License-Identifier: Apache-2.0
# A person decided, without having seen what triage says: it teaches, and it is evidence.
curl -sf "$LOTSE/api/v1/triage/feedback" \
  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -H "Idempotency-Key: case-4711-closed" \
  -d '{"id": "case-4711", "subject": "Printer on floor 2", "body": "The printer prints nothing since this morning.",
       "labels": {"category": "printing", "type": "incident"}, "seen": false}'
