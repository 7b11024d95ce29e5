/**
 * Every call to the API. What holds for all of them is here once: the token, its renewal, problem+json, retries, Idempotency-Key, ETags.
 */

/** An answer that says no: RFC 9457 problem details, with `code` to switch on and `violations` for bad input. */
export class Problem extends Error {
    constructor({ status, code, title, detail, violations = [], traceId }) {
        super(detail ?? title);
        Object.assign(this, { status, code, title, detail, violations, traceId });
    }

    static async from(response) {
        const body = await response.json().catch(() => ({ title: response.statusText || `Status ${response.status}` }));
        return new Problem({ ...body, status: response.status });
    }

    static unreachable() {
        return new Problem({ status: 0, code: 'unreachable', title: 'The gateway cannot be reached.' });
    }
}

let session = { token: () => null, renew: async () => false };

/** Who signs the requests; session.js introduces itself here. */
export function signWith(signer) {
    session = signer;
}

/**
 * A request, as JSON unless it says otherwise. An expired token is renewed and the request sent again, once. So is what was too early
 * (429, 503) after the pause that `Retry-After` asks for, if it may be repeated.
 */
export async function call(method, path, options = {}) {
    let response = await send(method, path, options);
    if (response.status === 401 && !options.anonymous && (await session.renew())) {
        response = await send(method, path, options);
    }
    const pause = Number(response.headers.get('Retry-After') ?? NaN);
    if ([429, 503].includes(response.status) && pause <= 5 && isRepeatable(method, options)) {
        await new Promise((resolve) => setTimeout(resolve, pause * 1000));
        response = await send(method, path, options);
    }
    if (!response.ok) {
        throw await Problem.from(response);
    }
    return response;
}

function isRepeatable(method, { headers = {} }) {
    return !['POST', 'PATCH'].includes(method) || 'Idempotency-Key' in headers;
}

async function send(method, path, { query, body, headers = {}, anonymous = false }) {
    const address = query ? `${path}?${new URLSearchParams(query)}` : path;
    const sent = { Accept: 'application/json', ...headers };
    if (!anonymous) {
        sent.Authorization = `Bearer ${session.token()}`;
    }
    if (body !== undefined) {
        sent['Content-Type'] = 'application/json';
    }
    try {
        return await fetch(address, { method, headers: sent, body: body === undefined ? undefined : JSON.stringify(body) });
    } catch {
        throw Problem.unreachable();
    }
}

async function json(response) {
    const text = await response.text();
    return text ? JSON.parse(text) : null;
}

export const get = async (path, query) => json(await call('GET', path, { query }));
export const put = async (path, body) => json(await call('PUT', path, { body }));
export const remove = async (path, headers) => json(await call('DELETE', path, { headers }));

/** With the key of an attempt, a repetition gets the first answer again instead of making a second thing. */
export async function post(path, body, key) {
    return json(await call('POST', path, { body, headers: key ? { 'Idempotency-Key': key } : {} }));
}

/** Changes what is as it was seen: whoever was faster makes this a 412 and not a lost update. */
export async function patch(path, body, etag) {
    return json(await call('PATCH', path, { body, headers: etag ? { 'If-Match': etag } : {} }));
}

/** A single resource together with its entity tag, for `If-Match`. */
export async function getTagged(path) {
    const response = await call('GET', path);
    return { body: await response.json(), etag: response.headers.get('ETag') };
}

/** Content that only a token opens: an `<img src>` could not send one, a blob of it can be shown. */
export async function getBlob(path) {
    return (await call('GET', path, { headers: { Accept: '*/*' } })).blob();
}

/** A key for one attempt at creating something. Not `crypto.randomUUID`, which plain HTTP beyond this machine does not have. */
export function newKey() {
    return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * A file as multipart/form-data. By XMLHttpRequest, because fetch does not tell how much has been sent.
 *
 * @param groupId whose members may see it, besides its owner
 * @param onProgress called with 0 … 1
 */
export async function upload(file, groupId, onProgress) {
    const key = newKey();
    let request = await sendFile(file, groupId, key, onProgress);
    if (request.status === 401 && (await session.renew())) {
        request = await sendFile(file, groupId, key, onProgress);
    }
    const body = request.response ?? {};
    if (request.status !== 201) {
        throw new Problem({ title: 'The upload failed.', ...body, status: request.status });
    }
    return body;
}

function sendFile(file, groupId, key, onProgress) {
    const form = new FormData();
    form.append('file', file);
    const request = new XMLHttpRequest();
    request.open('POST', groupId ? `/storage/upload?groupId=${encodeURIComponent(groupId)}` : '/storage/upload');
    request.setRequestHeader('Authorization', `Bearer ${session.token()}`);
    request.setRequestHeader('Idempotency-Key', key);
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => onProgress(event.loaded / event.total));
    return new Promise((resolve, reject) => {
        request.addEventListener('load', () => resolve(request));
        request.addEventListener('error', () => reject(Problem.unreachable()));
        request.send(form);
    });
}
