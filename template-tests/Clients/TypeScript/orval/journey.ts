import assert from 'node:assert/strict';
import { createItem, createToken, createUser, listItems, updateItem } from './generated/shop.ts';

const email = `${crypto.randomUUID()}@example.com`;
const password = 'correct horse battery';

const signUp = await createUser({ email, password });
assert.ok(signUp.status === 201);
assert.equal(signUp.data.token_type, 'bearer');

const signIn = await createToken({ grant_type: 'password', username: email, password });
assert.ok(signIn.status === 200);
const signedIn = { headers: { Authorization: `Bearer ${signIn.data.access_token}` } };

const name = `Lamp ${crypto.randomUUID()}`;
const created = await createItem({ name, price: 12.3, description: 'As new', tags: ['light'], status: 'active' }, signedIn);
assert.ok(created.status === 201);
const { id } = created.data;

const list = await listItems({ search: name, status: 'active' });
assert.ok(list.status === 200);
assert.deepEqual(list.data.items, [created.data]);

// What is absent stays as it is, and null clears.
const cheaper = await updateItem(id, { price: 11 }, signedIn);
assert.ok(cheaper.status === 200);
assert.equal(cheaper.data.price, 11);
assert.equal(cheaper.data.description, 'As new');
const bare = await updateItem(id, { description: null }, signedIn);
assert.ok(bare.status === 200);
assert.equal(bare.data.description, null);
assert.equal(bare.data.price, 11);

const refused = await createItem({ name: '', price: 1, tags: ['light', ''] }, signedIn);
assert.ok(refused.status === 422);
assert.deepEqual(refused.data.errors.map(({ type, loc, ctx }) => [type, loc, ctx?.min_length]), [
  ['string_too_short', ['body', 'name'], 1],
  ['string_too_short', ['body', 'tags', 1], 1],
]);
