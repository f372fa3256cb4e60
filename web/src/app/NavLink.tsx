import { type ComponentType, memo } from 'react';
import { number } from '../lib/time';
import { ui } from '../lib/ui_state';
import { A } from './A';
import c from './nav.module.css';

type Props = {
  to: string;
  isOn: boolean;
  icon: ComponentType<{ size?: number }>;
  label: string;
  count?: number;
  /** The count is where counting ended. */
  isMore?: boolean;
  /** Something that calls for this person. */
  isHot?: boolean;
};

export const NavLink = memo(function NavLink({ to, isOn, icon: Icon, label, count, isMore, isHot }: Props) {
  return (
    <li>
      <A href={to} className={c.item} aria-current={isOn ? 'page' : undefined} onClick={() => ui().setNavOpen(false)}>
        <Icon size={16} />
        <span className={c.label}>{label}</span>
        {count !== undefined && count > 0 && (
          <span className={isHot ? c.hot : c.count}>
            {number(count)}
            {isMore && '+'}
          </span>
        )}
      </A>
    </li>
  );
});
