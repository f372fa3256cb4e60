// A page with the faults that the desk must not have: it shows texts as HTML and follows any address. The drill looks at it
// with the same eye as at the desk, and fails if it sees nothing.
import http from 'node:http';

export async function openCanary(vectors) {
  const server = http.createServer((request, response) => {
    const { pathname, searchParams: at } = new URL(request.url, 'http://canary');
    const shown = pathname === '/link' ? [`<a href="java\tscript:alert('xss-link')">x</a>`] : vectors.slice(Number(at.get('from')), Number(at.get('to')));
    // The policy of a mail's frame stands here, too: that it is switched off is part of what is shown.
    response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'");
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>canary</title>${shown.map((text) => `<section>${text}</section>`).join('\n')}`);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
