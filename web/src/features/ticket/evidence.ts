import { create } from 'zustand';

/** The words of the customer that a suggestion rests on, while the reader looks at its reason. */
export const useEvidence = create<{ words: readonly string[] }>(() => ({ words: [] }));

export const showEvidence = (words: readonly string[]) => useEvidence.setState({ words });
export const clearEvidence = () => {
  if (useEvidence.getState().words.length) useEvidence.setState({ words: [] });
};

/** Reasons quote the words they rest on: "'bons', 'druckt' point to Printing". */
export const quotedWords = (reason: string): string[] => [...reason.matchAll(/'([^']{2,80})'/g)].map((match) => match[1]!);
