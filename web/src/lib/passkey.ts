/** The browser's passkeys, in the JSON form that the server speaks. */
type Json = Record<string, unknown>;
type Listed = { id: string; type: 'public-key'; transports?: AuthenticatorTransport[] };

export const hasPasskeys = () => isSecureContext && 'PublicKeyCredential' in window;

const bytes = (text: string) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
const text = (buffer: ArrayBuffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const listed = (all: unknown) => ((all ?? []) as Listed[]).map((one) => ({ ...one, id: bytes(one.id) }));

const answer = (made: PublicKeyCredential, response: Json) => ({ id: made.id, rawId: text(made.rawId), type: made.type, response });

/** Null where the person, or the browser, broke it off. */
async function orNull<T>(asked: Promise<T | null>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

export async function makePasskey(options: Json): Promise<Json | null> {
  const user = options.user as PublicKeyCredentialUserEntity & { id: string };
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge as string),
    user: { ...user, id: bytes(user.id) },
    excludeCredentials: listed(options.excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions;
  const made = (await orNull(navigator.credentials.create({ publicKey }))) as PublicKeyCredential | null;
  if (!made) return null;
  const response = made.response as AuthenticatorAttestationResponse;
  return answer(made, { clientDataJSON: text(response.clientDataJSON), attestationObject: text(response.attestationObject) });
}

export async function askPasskey(options: Json): Promise<Json | null> {
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge as string),
    allowCredentials: listed(options.allowCredentials),
  } as unknown as PublicKeyCredentialRequestOptions;
  const given = (await orNull(navigator.credentials.get({ publicKey }))) as PublicKeyCredential | null;
  if (!given) return null;
  const response = given.response as AuthenticatorAssertionResponse;
  return answer(given, {
    clientDataJSON: text(response.clientDataJSON),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    userHandle: response.userHandle ? text(response.userHandle) : null,
  });
}
