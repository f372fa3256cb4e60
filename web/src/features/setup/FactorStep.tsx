import { useT } from '../../lib/i18n';
import { SecondFactorChoice } from '../../ui/SecondFactorChoice';
import { CheckField } from '../../ui/fields';
import type { Form } from '../../ui/form';
import type { Answers } from './steps';

/** Who needs more than a password. Whoever wants nobody to need it says that they know what that means. */
export function FactorStep({ form }: { form: Form<Answers> }) {
  const t = useT();
  const { values, set, bind } = form;
  return (
    <>
      <SecondFactorChoice value={values.second_factor} onChange={(policy) => set('second_factor', policy)} />
      {values.second_factor === 'nobody' ? (
        <CheckField label={t('setup.factor.know')} hint={t('setup.factor.knowHint')} {...bind('knows_risk')} />
      ) : (
        <p>{t('setup.factor.next')}</p>
      )}
    </>
  );
}
