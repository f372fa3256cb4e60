import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { setLang } from '../lib/i18n';
import { Fallen } from './Fallen';

beforeAll(() => setLang('en', false));
afterEach(cleanup);

function Broken(): never {
  throw new Error('a fault of ours');
}

test('a part that falls says so and leaves the rest standing', () => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  render(
    <>
      <Fallen>
        <Broken />
      </Fallen>
      <p>the rest</p>
    </>,
  );
  expect(screen.getByRole('alert').textContent).toContain('This part of the page has stopped');
  expect(screen.getByRole('button', { name: 'Load the page again' })).toBeTruthy();
  expect(screen.getByText('the rest')).toBeTruthy();
  silent.mockRestore();
});

test('a part that stands is shown as it is', () => {
  render(<Fallen>well</Fallen>);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByText('well')).toBeTruthy();
});
