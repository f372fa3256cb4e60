// The ways in: a second step, a passkey, a session ended from afar, a new password by mail.
import { PASSWORD } from '../desk.mjs';
import { equal, holds, until } from '../report.mjs';
import { codeOf } from '../totp.mjs';
import { toast } from './world.mjs';

const fill = (page, name, text) => page.locator(`input[name=${name}]`).fill(text);
const press = (page, name) => page.getByRole('button', { name }).first().click();
const inDesk = (page) => page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));

async function typePassword(page, email, password = PASSWORD) {
  await page.goto('/sign-in?desk=nordhafen');
  await fill(page, 'email', email);
  await fill(page, 'password', password);
  await page.locator('button[type=submit]').click();
}

export const doors = [
  [
    'a_link_of_the_operator_signs_in_once',
    async ({ visitor, person, desk }) => {
      const vera = person('vera');
      const link = /http\S+\/sign-in\/link\/\S+/.exec(desk.run(['user', 'link', vera.email, '--desk', 'nordhafen', '--url', desk.url]))[0];
      const page = await visitor();
      await page.goto(link);
      await press(page, 'Sign in');
      await inDesk(page);
      await page.locator('nav a').first().waitFor();
      const second = await visitor();
      await second.goto(link);
      await press(second, 'Sign in');
      await second.locator('h1', { hasText: 'does not work any more' }).waitFor();
    },
  ],
  [
    'sign_in_with_an_authenticator_and_a_recovery_code',
    async ({ open, visitor, person }) => {
      const tess = person('tess');
      const page = await open({ who: tess, path: '/me/security' });
      await press(page, 'Set up the authenticator app');
      const secret = await page.getByRole('dialog').locator('code').textContent();
      await page.getByRole('img', { name: /camera/ }).waitFor();
      holds(await page.locator('dialog img').evaluate((picture) => picture.naturalWidth > 0), 'the picture is not shown');
      await fill(page, 'code', '000000');
      await press(page, 'Switch on');
      await page.getByRole('dialog').locator('[aria-invalid=true]').waitFor();
      await fill(page, 'code', codeOf(secret));
      await press(page, 'Switch on');
      await page.getByRole('list', { name: 'Recovery codes' }).waitFor();
      const codes = await page.getByRole('list', { name: 'Recovery codes' }).locator('code').allTextContents();
      equal(codes.length, 10, 'recovery codes');
      await press(page, 'I have put them away');
      await page.getByText(/In use since/).waitFor();

      const other = await visitor();
      await typePassword(other, tess.email);
      await fill(other, 'code', codeOf(secret, Math.floor(Date.now() / 30_000) + 1));
      await other.locator('button[type=submit]').click();
      await inDesk(other);

      const third = await visitor();
      await typePassword(third, tess.email);
      await press(third, 'Use a recovery code');
      await fill(third, 'code', codes[3]);
      await third.locator('button[type=submit]').click();
      await inDesk(third);
      await third.goto('/me/security');
      await third.getByText('9 codes left').waitFor();

      const fourth = await visitor();
      await typePassword(fourth, tess.email);
      await press(fourth, 'Use a recovery code');
      await fill(fourth, 'code', codes[3]);
      await fourth.locator('button[type=submit]').click();
      await fourth.getByRole('alert').waitFor();
    },
  ],
  [
    'sign_in_with_a_passkey',
    async ({ desk, visitor, person }) => {
      const pia = person('pia');
      // Passkeys belong to a name; an address in numbers has none.
      const url = desk.url.replace('127.0.0.1', 'localhost');
      const page = await visitor({ url });
      await typePassword(page, pia.email);
      await inDesk(page);
      await page.goto('/me/security');
      const device = await authenticator(page);
      await press(page, 'Add a passkey');
      await press(page, 'I have put them away');
      await page.getByText(/Chrome, /).first().waitFor();
      const [key] = await device.keys();

      const other = await visitor({ url });
      const second = await authenticator(other);
      await second.add(key);
      await other.goto('/sign-in?desk=nordhafen');
      await press(other, 'Sign in with a passkey');
      await inDesk(other);
      equal((await other.evaluate(async () => (await fetch('/api/v1/session')).json())).agent.name, pia.name, 'who is signed in');

      // The password alone is not enough any more.
      await other.context().clearCookies();
      await typePassword(other, pia.email);
      await press(other, 'Confirm with passkey');
      await inDesk(other);

      await page.reload();
      await press(page, /^Remove Chrome/);
      await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
      await toast(page, 'is removed').waitFor();
    },
  ],
  [
    'a_session_that_is_ended_here_is_signed_out_there',
    async ({ open, visitor, person }) => {
      const sam = person('sam');
      const here = await open({ who: sam, path: '/me/sessions' });
      const there = await visitor();
      await typePassword(there, sam.email);
      await inDesk(there);
      await here.reload();
      await here.locator('main li').nth(1).waitFor();
      equal(await here.getByText('This one').count(), 1, 'sessions that are this one');
      await press(here, /^Sign out there/);
      await toast(here, 'is signed out').waitFor();
      await until(() => new URL(there.url()).pathname === '/sign-in', 'the other browser at the sign-in');
    },
  ],
  [
    'an_admin_ends_sessions_of_others',
    async ({ open, visitor, person, call }) => {
      const ole = person('ole');
      const there = await visitor();
      await typePassword(there, ole.email);
      await inDesk(there);
      const { id } = (await call('GET', '/api/v1/agents')).items.find((agent) => agent.email === ole.email);
      const admin = await open({ path: `/settings/agents/${id}` });
      await press(admin, /^Sign out there/);
      await toast(admin, 'is signed out').waitFor();
      await there.goto('/inbox/all');
      await there.locator('input[name=password]').waitFor();
    },
  ],
  [
    'light_agents_write_notes_and_auditors_only_read',
    async ({ open, person, mailIn }) => {
      const ticket = await mailIn({ subject: 'Seen by all roles' });
      const light = await open({ who: person('lena', 'light_agent'), path: `/inbox/all/${ticket.id}` });
      await light.getByRole('button', { name: 'Note', exact: true }).first().waitFor();
      equal(await light.getByRole('button', { name: 'Reply', exact: true }).count(), 0, 'replies of a light agent');
      equal(await light.locator('main li input[type=checkbox]').count(), 0, 'boxes for bulk changes');
      await light.keyboard.press('n');
      await light.keyboard.type('Seen by Lena');
      await light.keyboard.press('Control+Enter');
      await light.locator('article[data-kind=note]', { hasText: 'Seen by Lena' }).waitFor();
      const auditor = await open({ who: person('arne', 'auditor'), path: `/inbox/all/${ticket.id}` });
      await auditor.locator('article[data-kind=note]', { hasText: 'Seen by Lena' }).waitFor();
      equal(await auditor.locator('textarea').count(), 0, 'composers of an auditor');
      await auditor.goto('/settings/agents/1');
      await auditor.locator('fieldset[disabled]').first().waitFor();
      equal(await auditor.getByRole('button', { name: 'Send an invitation' }).count(), 0, 'invitations of an auditor');
    },
  ],
  [
    'a_forgotten_password_is_chosen_anew_by_mail',
    async ({ desk, visitor, person, sink }) => {
      const rosa = person('rosa');
      const page = await visitor();
      await page.goto('/sign-in?desk=nordhafen');
      await page.getByRole('link', { name: 'Forgotten your password?' }).click();
      await fill(page, 'email', rosa.email);
      await page.locator('button[type=submit]').click();
      await page.getByText(/a link is on its way/).waitFor();
      const letter = await until(() => sink.mails.find((mail) => mail.to.includes(rosa.email)), 'the letter');
      const link = desk.url + linkIn(letter.text);
      await page.goto(link);
      await fill(page, 'password', 'passwordpassword');
      await page.locator('button[type=submit]').click();
      await page.locator('[aria-invalid=true]').waitFor();
      await fill(page, 'password', 'the gulls of the west pier');
      await page.locator('button[type=submit]').click();
      await page.getByText('Your password is set').waitFor();
      await fill(page, 'email', rosa.email);
      await fill(page, 'password', 'the gulls of the west pier');
      await page.locator('button[type=submit]').click();
      await inDesk(page);
      const again = await visitor();
      await again.goto(link);
      await fill(again, 'password', 'the gulls of the east pier');
      await again.locator('button[type=submit]').click();
      await again.getByText('This link does not work any more').first().waitFor();
    },
  ],
  [
    'a_desk_that_asks_for_a_second_step_opens_once_there_is_one',
    async ({ open, person, call }) => {
      const lia = person('lia', 'lead');
      const page = await open({ who: lia, path: '/settings/signin' });
      try {
        await page.getByText('Admins and team leads', { exact: true }).click();
        await page.getByText('You have none yet').waitFor();
        await press(page, 'Save');
        await page.locator('h1', { hasText: 'One more step to get in' }).waitFor();
        equal(await page.locator('nav a').count(), 0, 'links into the desk');
        const refused = await page.evaluate(async () => (await fetch('/api/v1/tickets')).json());
        equal(refused.code, 'session.enrol', 'the answer to a call');
        await press(page, 'Set up the authenticator app');
        await fill(page, 'code', codeOf(await page.locator('code').textContent()));
        await press(page, 'Switch on');
        const codes = page.getByRole('list', { name: 'Recovery codes' }).locator('code');
        await codes.first().waitFor();
        equal(await codes.count(), 10, 'recovery codes');
        await press(page, 'I have put them away');
        await page.locator('h1', { hasText: 'Signing in' }).waitFor();
        holds(await page.locator('input[name=second_factor]').nth(1).isChecked(), 'the choice is not kept');
      } finally {
        await call('PATCH', '/api/v1/settings', { second_factor: 'nobody' });
      }
    },
  ],
];

/** Where the link of a letter leads at this desk, whose port is given by the system and stands in no configuration. */
function linkIn(text) {
  const plain = text.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=');
  const found = /\/sign-in\/reset\?desk=[a-z]+#[\w-]+/.exec(plain)?.[0];
  holds(found, `no link in ${plain.slice(0, 800)}`);
  return found;
}

/** A security key in software, of the browser itself (WebDriver's virtual authenticator). */
async function authenticator(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options });
  return {
    keys: async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    add: (credential) => cdp.send('WebAuthn.addCredential', { authenticatorId, credential }),
  };
}
