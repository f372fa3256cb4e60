/** As the `ref` of a form that opens where somebody asked for it: the keyboard goes on in its first field. */
export const focusFirst = (form: HTMLElement | null) => form?.querySelector<HTMLElement>('select, input, textarea')?.focus();
