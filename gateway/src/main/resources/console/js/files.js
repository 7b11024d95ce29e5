/** Pictures. Content needs the token, which an `<img>` cannot send: it is fetched, and shown as a blob of this page. */
import { get, getBlob } from './api.js';
import { byId, el } from './dom.js';

export class Files {
    #blobs = new Map();
    #lightbox = byId('lightbox');

    /** All files that the members of a trip share, newest first. */
    async ofGroup(groupId) {
        return (await get('/files', { groupId, limit: 12 })).items;
    }

    /** A button with the picture, or a link to what is none. Filled when it arrives. */
    show(fileId) {
        const place = el('span', { class: 'file' });
        get(`/files/${fileId}`).then(
            (file) => place.append(this.button(file)),
            () => place.append(el('span', { class: 'muted' }, 'A file that you cannot see')),
        );
        return place;
    }

    /** The same for a file of which one knows already what it is. */
    button(file) {
        const button = el('button', { type: 'button', class: 'picture', title: file.filename, onclick: () => this.#open(file) });
        if (file.contentType.startsWith('image/')) {
            // Said before it is loaded, so that nothing moves when it arrives.
            const image = el('img', { alt: file.filename, width: file.width ?? 320, height: file.height ?? 200 });
            this.#address(`/files/${file.id}/thumbnail`).then(
                (address) => { image.src = address; },
                () => image.replaceWith(file.filename),
            );
            button.append(image);
        } else {
            button.append(`${file.filename} (${Math.ceil(file.size / 1024)} KB)`);
        }
        return button;
    }

    async #open(file) {
        const address = await this.#address(file.url);
        const shown = file.contentType.startsWith('image/') && el('img', { src: address, alt: file.filename });
        const link = el('a', { href: address, download: file.filename }, `Save ${file.filename}`);
        this.#lightbox.querySelector('figure').replaceChildren(...[shown, el('figcaption', {}, link)].filter(Boolean));
        this.#lightbox.showModal();
    }

    /** Fetched once; the address is good until the page goes or `close`. */
    #address(path) {
        if (!this.#blobs.has(path)) {
            const address = getBlob(path).then((blob) => URL.createObjectURL(blob));
            address.catch(() => this.#blobs.delete(path));
            this.#blobs.set(path, address);
        }
        return this.#blobs.get(path);
    }

    /** Nothing of what one person saw is left for the next. */
    close() {
        this.#blobs.forEach((address) => address.then(URL.revokeObjectURL, () => {}));
        this.#blobs.clear();
        this.#lightbox.close();
    }
}
