import { useEffect, useState } from 'react';

/** The value once it has rested: what is typed is asked for at the end of a word, not at each letter. */
export function useLater<T>(value: T, milliseconds: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return rested;
}
