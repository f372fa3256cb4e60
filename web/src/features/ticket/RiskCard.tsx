import { TrendingUp } from 'lucide-react';
import { useT } from '../../lib/i18n';
import type { Detail } from '../../lib/rows';
import { number, percent } from '../../lib/time';
import { Card } from '../../ui/Card';
import { oneIn } from './risk_words';
import c from './risk.module.css';

/** What may become of this ticket, in words that a person can weigh; or that there is too little history to say. */
export function RiskCard({ ticket }: { ticket: Detail }) {
  const t = useT();
  const known = ticket.risks.filter((each) => each.chance !== null);
  if (!ticket.risks.length) return null;
  const guesses = ticket.risks.filter((each) => each.is_guess);
  const most = Math.max(...ticket.risks.map((each) => each.tickets));
  return (
    <Card title={t('risk.title')} icon={<TrendingUp size={14} aria-hidden="true" />}>
      {known.length > 0 ? (
        <dl className={c.list}>
          {known.map((each) => {
            const chance = each.chance ?? 0;
            const isHigh = each.usual !== null && chance >= 1.5 * each.usual;
            return (
              <div key={each.risk} data-high={isHigh}>
                <dt>{t(`risk.${each.risk}`)}</dt>
                <dd>
                  <b>{t('risk.oneIn', oneIn(chance))}</b>
                  <small>{t('risk.usual', { chance: percent(chance), usual: percent(each.usual ?? 0) })}</small>
                </dd>
              </div>
            );
          })}
        </dl>
      ) : guesses.length > 0 ? null : (
        <p className={c.none}>{most < LEAST ? t('risk.none', { have: number(most), need: number(LEAST) }) : t('risk.few', { have: number(most) })}</p>
      )}
      {guesses.length > 0 && <p className={c.none}>{t('risk.guess', { risks: guesses.map((each) => t(`risk.${each.risk}`)).join('; ') })}</p>}
    </Card>
  );
}

const LEAST = 200;
