import { CircleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { t } from '../lib/i18n';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';

type Props = { children: ReactNode; /** For what stands above the page: taken away instead of shown. */ onFall?: () => void };

/** A fault in one part of the page leaves the rest standing: this part says so and can be loaded again. */
export class Fallen extends Component<Props, { isFallen: boolean }> {
  override state = { isFallen: false };

  static getDerivedStateFromError() {
    return { isFallen: true };
  }

  override componentDidCatch() {
    this.props.onFall?.();
  }

  override render() {
    if (!this.state.isFallen) return this.props.children;
    if (this.props.onFall) return null;
    return (
      <div role="alert" style={{ blockSize: '100%' }}>
        <Empty icon={<CircleAlert size={22} />} title={t('fallen.title')}>
          <p>{t('fallen.text')}</p>
          <Button kind="primary" onClick={() => location.reload()}>
            {t('fallen.reload')}
          </Button>
        </Empty>
      </div>
    );
  }
}
