// SPDX-License-Identifier: Apache-2.0
async function tell(lesson, key) {
  const answer = await fetch(`${process.env.LOTSE}/api/v1/triage/feedback`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${process.env.TOKEN}`, 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(lesson),
  });
  if (answer.status === 429) throw new Error(`wait ${answer.headers.get('Retry-After')} s`);
  if (!answer.ok) throw new Error((await answer.json()).detail);
  return answer.json();
}

async function main() {
  const lesson = { id: 'case-4714', subject: 'WLAN', body: 'Im Besprechungsraum gibt es kein WLAN.', labels: { category: 'network' }, seen: false };
  const told = await tell(lesson, 'case-4714-closed');
  for (const label of told.labels) console.log(label.field, 'people:', label.decided, 'triage:', label.said);
}

main();
