// SPDX-License-Identifier: Apache-2.0
async function call(path, body) {
  const answer = await fetch(process.env.LOTSE + path, {
    method: 'POST',
    headers: { Authorization: `Bearer ${process.env.TOKEN}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error((await answer.json()).detail);
  return answer.json();
}

async function main() {
  // Up to 1,000 messages at once; the answers come in their order.
  const items = [
    { id: 'case-4711', subject: 'Printer on floor 2', body: 'The printer prints nothing since this morning.' },
    { id: 'case-4712', subject: 'VPN', body: 'Die VPN-Verbindung bricht jede Stunde ab.' },
  ];
  for (const answer of (await call('/api/v1/triage', { items })).items)
    for (const label of answer.labels) console.log(answer.id, label.mode, label.field, label.value, label.confidence);
}

main();
