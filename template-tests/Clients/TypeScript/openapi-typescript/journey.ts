import assert from 'node:assert/strict';
import createClient from 'openapi-fetch';
import type { paths } from './generated/schema.d.ts';

const shop = createClient<paths>({ baseUrl: process.argv[2] });
const email = `${crypto.randomUUID()}@example.com`;
const password = 'correct horse battery';

const signUp = await shop.POST('/users', { body: { email, password } });
assert.equal(signUp.data?.token_type, 'bearer');

const signIn = await shop.POST('/token', {
  body: { grant_type: 'password', username: email, password },
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
});
assert.ok(signIn.data);
const { access_token } = signIn.data;
shop.use({ onRequest: ({ request }) => request.headers.set('Authorization', `Bearer ${access_token}`) });

const name = `Lamp ${crypto.randomUUID()}`;
const created = await shop.POST('/items', { body: { name, price: 12.3, description: 'As new', tags: ['light'], status: 'active' } });
assert.ok(created.data);
const { id } = created.data;

const list = await shop.GET('/items', { params: { query: { search: name, status: 'active' } } });
assert.deepEqual(list.data?.items, [created.data]);

// What is absent stays as it is, and null clears.
const cheaper = await shop.PATCH('/items/{id}', { params: { path: { id } }, body: { price: 11 } });
assert.equal(cheaper.data?.price, 11);
assert.equal(cheaper.data?.description, 'As new');
const bare = await shop.PATCH('/items/{id}', { params: { path: { id } }, body: { description: null } });
assert.equal(bare.data?.description, null);
assert.equal(bare.data?.price, 11);

const refused = await shop.POST('/items', { body: { name: '', price: 1, tags: ['light', ''] } });
assert.ok(refused.error && 'errors' in refused.error);
assert.deepEqual(refused.error.errors.map(({ type, loc, ctx }) => [type, loc, ctx?.min_length]), [
  ['string_too_short', ['body', 'name'], 1],
  ['string_too_short', ['body', 'tags', 1], 1],
]);
