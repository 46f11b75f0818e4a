// Written against the client of FastAPI's document: `#client` is that one, or the one of our document.
import assert from 'node:assert/strict';
import {
  filesUploadFile, itemsCreateItem, itemsReadItem, itemsReadItems, loginLoginAccessToken, usersCreateUser,
  type BodyFilesUploadFile, type BodyLoginLoginAccessToken, type HttpValidationError, type ItemCreate, type ItemPublic, type ItemsPublic,
  type ItemsReadItemsData, type UserPublic, type ValidationError,
} from '#client';

const baseUrl = process.argv[2];

/** What the page shows beside the fields of a form. */
function faultsOf(error: Partial<HttpValidationError> | { detail?: unknown } | undefined): Map<string, string> {
  const faults: Array<ValidationError> = Array.isArray(error?.detail) ? error.detail : [];
  return new Map(faults.map(({ loc, msg }) => [loc.slice(1).join('.'), msg]));
}

async function signIn(form: BodyLoginLoginAccessToken): Promise<string | undefined> {
  const { data } = await loginLoginAccessToken({ baseUrl, body: form });
  return data?.access_token;
}

async function listItems(query: ItemsReadItemsData['query']): Promise<ItemsPublic> {
  const { data } = await itemsReadItems({ baseUrl, query });
  assert.ok(data);
  return data;
}

const refusedUser = await usersCreateUser({ baseUrl, body: { email: 'ada@example.com', password: 'short' } });
assert.equal(refusedUser.response?.status, 422);
assert.deepEqual([...faultsOf(refusedUser.error).keys()], ['password']);

const { data: user } = await usersCreateUser({ baseUrl, body: { email: 'ada@example.com', password: 'correct horse' } });
const name: UserPublic['full_name'] = user!.full_name;
assert.equal(name, null);

assert.equal(await signIn({ username: 'ada@example.com', password: 'wrong password' }), undefined);
const auth = await signIn({ username: 'ada', password: 'correct horse', grant_type: 'password' });
assert.equal(auth, 'ada');

const draft: ItemCreate = { title: 'Lamp', item_status: 'on_sale' };
const created = await itemsCreateItem({ baseUrl, auth, body: draft });
const item: ItemPublic = created.data!;
assert.deepEqual([item.title, item.item_status, item.tags], ['Lamp', 'on_sale', []]);

const refused = await itemsCreateItem({ baseUrl, auth, body: { title: '' } });
assert.deepEqual([...faultsOf(refused.error).keys()], ['title']);

assert.deepEqual(await listItems({ item_status: 'on_sale', limit: 1 }), { data: [item], count: 1 });
assert.deepEqual(await listItems({ item_status: 'draft' }), { data: [], count: 0 });

const found = await itemsReadItem({ baseUrl, path: { item_id: item.id } });
assert.deepEqual(found.data, item);
const lost = await itemsReadItem({ baseUrl, path: { item_id: crypto.randomUUID() } });
assert.equal(lost.response?.status, 404);

const parcel: BodyFilesUploadFile = { file: new File(['12345'], 'five.txt'), note: 'five bytes' };
const upload = await filesUploadFile({ baseUrl, auth, body: parcel });
assert.deepEqual(upload.data, { size: 5, note: 'five bytes' });
