import { useQuery } from '@tanstack/react-query';
import { read, type Schemas } from '../../lib/api';
import { t } from '../../lib/i18n';
import { decimal, finePercent, number } from '../../lib/time';

export type Simulation = Schemas['Simulation'];
export type Answer = Schemas['SimulationAnswer'];
export type What = Required<Omit<Schemas['WhatIf'], 'assignment'>> & { assignment: NonNullable<Schemas['WhatIf']['assignment']> };
export type Question = { weeks: number; days: number; runs: number; what: What };
export type Told = NonNullable<Answer['what_if']>['figures'][number];
export type FigureName = Told['figure'];

export const URL = '/api/v1/simulations';
const SECOND = 1000;

export const NOTHING: What = { add: [], remove: [], change: [], volume: [], targets: [], assignment: [], automation: 0 };

/** Asked again while it is being worked at. */
export const useSimulation = (id: number) =>
  useQuery({
    queryKey: ['simulation', id],
    queryFn: ({ signal }) => read<Simulation>(`${URL}/${id}`, signal),
    refetchInterval: (query) => (query.state.data?.state === 'waiting' ? SECOND : false),
  });

/** Waits are hours of open time; what is no share is counted. */
export const kindOf = (figure: FigureName) => {
  if (figure.startsWith('first_reply_') || figure === 'solution_median') return 'hours';
  if (figure === 'backlog' || figure === 'usual_backlog' || figure === 'solved') return 'tickets';
  if (figure === 'hours') return 'work';
  return figure === 'gini' ? 'plain' : 'share';
};

export function shown(figure: FigureName, value: number | null): string {
  if (value === null) return '–';
  const kind = kindOf(figure);
  if (kind === 'share') return finePercent(value);
  if (kind === 'hours') return t('whatif.hoursOf', { hours: decimal(value) });
  return kind === 'plain' ? decimal(value) : number(Math.round(value));
}

/** "3.9 to 5.1 points fewer": both ends of the interval on one side; else what lies between them. */
export function changeText(figure: FigureName, change: Told['difference']): string {
  const { low, high } = change;
  if (low === null || high === null) return '–';
  const kind = kindOf(figure);
  const scale = kind === 'share' ? 100 : 1;
  const of = (value: number) => (kind === 'tickets' || kind === 'work' ? number(Math.round(value)) : kind === 'plain' ? decimal(value) : number(Number((value * scale).toFixed(1))));
  const unit = t(`whatif.unit.${kind}`);
  if (low === 0 && high === 0) return t('whatif.same');
  if (low > 0) return t('whatif.more', { low: of(low), high: of(high), unit });
  if (high < 0) return t('whatif.fewer', { low: of(-high), high: of(-low), unit });
  return t('whatif.unclear', { low: of(low), high: of(high), unit });
}

/** "+31%": how far the simulated figure is from what was. */
export const errorText = (error: number) => `${error < 0 ? '−' : '+'}${finePercent(Math.abs(error))}`;

/** "−4% to +18%": where an error lies nine times in ten. */
export const errorSpan = (low: number, high: number) => t('whatif.span', { low: errorText(low), high: errorText(high) });

/** Less is better, but of what is solved. People's hours and evenness are neither. */
export function toneOf(figure: FigureName, change: Told['difference']): 'ok' | 'bad' | undefined {
  if (change.low === null || change.high === null || figure === 'hours' || figure === 'occupancy') return undefined;
  const isLess = change.high < 0;
  if (!isLess && change.low <= 0) return undefined;
  return isLess !== (figure === 'solved') ? 'ok' : 'bad';
}
