// Every string that the API's own document says it takes: a body that is accepted, then the same with an attack in one place.

/** Pointers of all free strings of a schema: "/customer/name", "/skills/*", "/texts/*". */
export function stringsOf(document, schema, path = '', depth = 0) {
  let it = schema;
  while (it.$ref) it = document.components.schemas[it.$ref.split('/').at(-1)];
  if (depth > 6) return [];
  const inner = (next, name) => stringsOf(document, next, path + name, depth + 1);
  const out = ['anyOf', 'oneOf', 'allOf'].flatMap((word) => (it[word] ?? []).flatMap((each) => inner(each, '')));
  if ([it.type].flat().includes('string') && !it.enum) out.push(path);
  for (const [name, next] of Object.entries(it.properties ?? {})) out.push(...inner(next, `/${name}`));
  if (it.items) out.push(...inner(it.items, '/*'));
  if (typeof it.additionalProperties === 'object') out.push(...inner(it.additionalProperties, '/*'));
  return [...new Set(out)];
}

/** `body` with `text` at the pointer; "*" is the first of a list, or English in a list of languages. */
export function withText(body, pointer, text) {
  const copy = structuredClone(body);
  const names = pointer.slice(1).split('/');
  let at = copy;
  for (const [i, word] of names.entries()) {
    const name = word !== '*' ? word : Array.isArray(at) ? 0 : (Object.keys(at)[0] ?? 'en');
    if (i === names.length - 1) at[name] = text;
    else at = at[name] ??= names[i + 1] === '*' && !['texts', 'name', 'keywords', 'fields'].includes(word) ? [] : {};
  }
  return copy;
}
