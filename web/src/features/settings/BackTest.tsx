import { useT } from '../../lib/i18n';
import { finePercent } from '../../lib/time';
import { Badge } from '../../ui/Badge';
import { WideBox } from '../../ui/WideBox';
import stacked from './stacked.module.css';
import { type Answer, errorSpan, errorText, shown } from './whatif';
import c from './whatif.module.css';

/** The last four weeks, lived through again, beside what happened. */
export function BackTest({ test }: { test: Answer['test'] }) {
  const t = useT();
  return (
    <>
      {test.level && (
        <p className={c.words}>
          {t(test.level.error < 0 ? 'whatif.quicker' : 'whatif.slower', {
            share: finePercent(Math.abs(test.level.error)),
            span: errorSpan(test.level.low, test.level.high),
          })}
        </p>
      )}
      <WideBox label={t('whatif.test')}>
        <table className={`${c.table} ${stacked.stacked}`}>
          <caption className="sr">{t('whatif.test')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('whatif.what')}</th>
              <th scope="col">{t('whatif.was')}</th>
              <th scope="col">{t('whatif.simulated')}</th>
              <th scope="col">{t('whatif.band')}</th>
              <th scope="col">{t('whatif.error')}</th>
              <th scope="col">{t('whatif.verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {test.headlines.map((one) => (
              <tr key={one.figure}>
                <th scope="row">{t(`whatif.figure.${one.figure}`)}</th>
                <td data-head={t('whatif.was')}>{shown(one.figure, one.actual)}</td>
                <td data-head={t('whatif.simulated')}>{shown(one.figure, one.simulated)}</td>
                <td data-head={t('whatif.band')}>
                  {shown(one.figure, one.low)} – {shown(one.figure, one.high)}
                </td>
                <td data-head={t('whatif.error')}>
                  {errorText(one.error)} ({errorSpan(one.error_low, one.error_high)})
                </td>
                <td data-head={t('whatif.verdict')}>
                  <Badge tone={one.is_near ? 'ok' : 'bad'}>{t(one.is_near ? 'whatif.near' : 'whatif.off')}</Badge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideBox>
    </>
  );
}
