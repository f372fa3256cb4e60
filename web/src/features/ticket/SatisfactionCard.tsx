import { Frown, Smile } from 'lucide-react';
import { useT } from '../../lib/i18n';
import type { Detail } from '../../lib/rows';
import { dateTime } from '../../lib/time';
import { Badge } from '../../ui/Badge';
import { Card } from '../../ui/Card';
import c from './satisfaction.module.css';

const GOOD = 5;
const BAD = 1;

/** What the customer said of how it went, once they have. */
export function SatisfactionCard({ said }: { said: NonNullable<Detail['satisfaction']> }) {
  const t = useT();
  const isGood = said.score >= 4;
  const Face = isGood ? Smile : Frown;
  const words = said.score === GOOD ? t('satisfaction.good') : said.score === BAD ? t('satisfaction.bad') : t('satisfaction.middle', { score: said.score });
  return (
    <Card title={t('satisfaction.title')}>
      <p className={c.said}>
        <Badge tone={isGood ? 'ok' : 'bad'}>
          <Face size={14} aria-hidden="true" />
          {words}
        </Badge>
        <small>{t('satisfaction.at', { time: dateTime(said.at) })}</small>
      </p>
      {said.comment && <p className={c.comment}>{said.comment}</p>}
    </Card>
  );
}
