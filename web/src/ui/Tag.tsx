import type { Schemas } from '../lib/api';
import c from './tag.module.css';

type Colour = Schemas['Tag']['colour'];

/** A word on a ticket, in the colour that the desk has given it. */
export const Tag = ({ name, colour = 'grey' }: { name: string; colour?: Colour }) => (
  <span className={c.tag} data-colour={colour}>
    {name}
  </span>
);
