const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5000;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Fetches a part of the pages. While the server is away it is asked for again, so that what was opened appears when the
 * server is back; a program that was replaced meanwhile no longer has the part, and its page is loaded whole.
 */
export async function fetchPart<T>(code: () => Promise<T>): Promise<T> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      await mendStyles();
      return await code();
    } catch {
      await sleep(pause);
      if (await isReplaced()) location.reload();
    }
  }
}

/** The loader of scripts asks for a stylesheet once only; one that did not come would leave its part undressed. */
const failed = new Set<HTMLLinkElement>();
addEventListener('error', ({ target }) => target instanceof HTMLLinkElement && target.rel === 'stylesheet' && failed.add(target), true);

const mendStyles = () =>
  Promise.all(
    [...failed].map(
      (link) =>
        new Promise((resolve, reject) => {
          const again = link.cloneNode() as HTMLLinkElement;
          failed.delete(link);
          again.addEventListener('load', resolve);
          again.addEventListener('error', reject);
          link.replaceWith(again);
        }),
    ),
  );

/** Whether the server now hands out other pages than these. */
async function isReplaced(): Promise<boolean> {
  const entry = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.getAttribute('src');
  const page = await fetch('/', { cache: 'no-store' }).then(
    (answer) => (answer.ok ? answer.text() : ''),
    () => '',
  );
  return Boolean(entry && page.includes('<script') && !page.includes(entry));
}
