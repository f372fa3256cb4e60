import { useQuery } from '@tanstack/react-query';
import type { Schemas } from './api';
import { list } from './records';

type Tag = Schemas['Tag'];
export const TAGS_URL = '/api/v1/tags';
const tags = { ...list<Tag>(TAGS_URL), staleTime: 10 * 60_000 };

/** The colour of a tag by its name; the list is read once, and anew when the settings or a picker change it. */
export function useTagColour(): (name: string) => Tag['colour'] | undefined {
  const all = useQuery(tags).data;
  return (name) => all?.find((tag) => tag.name === name)?.colour;
}
