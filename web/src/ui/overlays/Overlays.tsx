import { useUi } from '../../lib/ui_state';
import { DialogOverlay } from './DialogOverlay';
import { Moment } from './Moment';
import { Palette } from './Palette';
import { Picker } from './Picker';
import { Shortcuts } from './Shortcuts';

/** Everything that stands above the page, as one part that is fetched when the page has come to rest. */
export default function Overlays() {
  const overlay = useUi((state) => state.overlay);
  if (!overlay) return null;
  switch (overlay.kind) {
    case 'palette':
      return <Palette />;
    case 'shortcuts':
      return <Shortcuts />;
    case 'picker':
      return <Picker key={overlay.title} overlay={overlay} />;
    case 'moment':
      return <Moment overlay={overlay} />;
    case 'dialog':
      return <DialogOverlay overlay={overlay} />;
  }
}
