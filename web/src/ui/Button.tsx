import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import c from './button.module.css';
import { cx } from './class_names';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  kind?: 'primary' | 'ghost' | 'ai' | 'danger';
  small?: boolean;
  icon?: ReactNode;
  /** Of a button with an icon alone: its name, and the tip that shows it. */
  label?: string;
  /** Shown in the tip. */
  keys?: string;
  ref?: Ref<HTMLButtonElement>;
};

export function Button({ kind, small, icon, label, keys, children, className, ...rest }: Props) {
  const isBare = children === undefined;
  return (
    <button
      type="button"
      className={cx(c.button, kind && c[kind], small && c.small, isBare && c.bare, className)}
      aria-label={isBare ? label : undefined}
      data-tip={isBare ? label : undefined}
      data-keys={keys}
      {...rest}
    >
      {icon}
      {children}
    </button>
  );
}
