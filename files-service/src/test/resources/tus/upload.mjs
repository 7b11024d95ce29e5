// Uploads a file with the official client, giving up and resuming a few times on the way. Prints the address of the upload.
import { createReadStream, statSync } from 'node:fs';
import { createRequire } from 'node:module';

const [modules, endpoint, token, path, interruptions] = process.argv.slice(2);
const tus = createRequire(modules + '/')('tus-js-client');
const size = statSync(path).size;
let left = Number(interruptions);

const upload = new tus.Upload(createReadStream(path), {
  endpoint,
  uploadSize: size,
  chunkSize: Math.floor(size / 7),
  retryDelays: [0, 500, 1000, 2000, 4000],
  headers: { Authorization: 'Bearer ' + token },
  metadata: { filename: 'by tus-js-client ☀.bin', filetype: 'application/octet-stream' },
  onProgress: (sent) => {
    if (left > 0 && sent > size / (left + 1)) {
      left--;
      upload.abort().then(() => resume());
    }
  },
  onError: (error) => {
    console.error(String(error));
    process.exit(1);
  },
  onSuccess: () => {
    console.log(upload.url);
    process.exit(0);
  },
});

function resume() {
  const again = new tus.Upload(createReadStream(path), { ...upload.options, uploadUrl: upload.url, onSuccess: () => {
    console.log(upload.url);
    process.exit(0);
  } });
  again.start();
}

upload.start();
