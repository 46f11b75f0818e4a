import assert from 'node:assert/strict';
import { client } from './generated/client.gen.ts';
import { createItem, createToken, createUser, listItems, updateItem } from './generated/index.ts';

client.setConfig({ baseUrl: process.argv[2] });
const email = `${crypto.randomUUID()}@example.com`;
const password = 'correct horse battery';

const signUp = await createUser({ body: { email, password } });
assert.equal(signUp.data?.token_type, 'bearer');

const signIn = await createToken({ body: { grant_type: 'password', username: email, password } });
assert.ok(signIn.data);
client.setConfig({ auth: signIn.data.access_token });

const name = `Lamp ${crypto.randomUUID()}`;
const created = await createItem({ body: { name, price: 12.3, description: 'As new', tags: ['light'], status: 'active' } });
assert.ok(created.data);
const { id } = created.data;

const list = await listItems({ query: { search: name, status: 'active' } });
assert.deepEqual(list.data?.items, [created.data]);

// What is absent stays as it is, and null clears.
const cheaper = await updateItem({ path: { id }, body: { price: 11 } });
assert.equal(cheaper.data?.price, 11);
assert.equal(cheaper.data?.description, 'As new');
const bare = await updateItem({ path: { id }, body: { description: null } });
assert.equal(bare.data?.description, null);
assert.equal(bare.data?.price, 11);

const refused = await createItem({ body: { name: '', price: 1, tags: ['light', ''] } });
assert.ok(refused.error && 'errors' in refused.error);
assert.deepEqual(refused.error.errors.map(({ type, loc, ctx }) => [type, loc, ctx?.min_length]), [
  ['string_too_short', ['body', 'name'], 1],
  ['string_too_short', ['body', 'tags', 1], 1],
]);
