// The catalogue the tests speak; happy-dom has no idle callback.
globalThis.requestIdleCallback ??= ((run: () => void) => setTimeout(run, 0)) as never;
