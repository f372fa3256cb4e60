import type { Schemas } from '../lib/api';
import { useT } from '../lib/i18n';
import { CardChoice } from './CardChoice';

export type SecondFactor = Schemas['Settings']['second_factor'];
const POLICIES: SecondFactor[] = ['everybody', 'admins_and_leads', 'nobody'];

/** Which people must prove more than a password when they sign in. */
export function SecondFactorChoice({ value, onChange }: { value: SecondFactor; onChange: (value: SecondFactor) => void }) {
  const t = useT();
  const options = POLICIES.map((policy) => ({ value: policy, label: t(`secondFactor.${policy}`), text: t(`secondFactor.${policy}.text`) }));
  return <CardChoice label={t('secondFactor.who')} name="second_factor" value={value} onChange={onChange} options={options} />;
}
