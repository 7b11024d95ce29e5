package org.summertrip.files;

import org.summertrip.kit.testing.ManifestContract;

class FilesManifestIT extends ManifestContract {}
