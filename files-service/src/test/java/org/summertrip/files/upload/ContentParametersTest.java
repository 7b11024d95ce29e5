package org.summertrip.files.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentParametersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "form-data; name=\"file\"; filename=\"a.txt\" | a.txt",
                "form-data; filename=a.txt; name=file | a.txt",
                "form-data;filename = \"a.txt\" ;name=file | a.txt",
                "form-data; FILENAME=\"a.txt\" | a.txt",
                "form-data; filename=\"a;b=c.txt\"; name=\"file\" | a;b=c.txt",
                "form-data; filename=\"say \\\"hi\\\".txt\" | say \"hi\".txt",
                "form-data; filename=\"say %22hi%22.txt\" | say \"hi\".txt",
                "form-data; filename=\"C:\\dir\\a.txt\" | C:\\dir\\a.txt",
                "form-data; filename=\"unclosed | unclosed",
                "form-data; filename=\"x\"; filename*=UTF-8''%E2%82%AC.txt | €.txt",
                "form-data; filename*=ISO-8859-1'en'%A3.txt | £.txt",
                "form-data; filename=\"x\"; filename*=NONSENSE''%A3.txt | x",
                "form-data; filename=\"\" | ''",
            })
    void readsFileNamesAsBrowsersAndCurlWriteThem(String header, String filename) {
        assertEquals(filename, ContentParameters.of(header).get("filename"));
    }

    @ParameterizedTest
    @CsvSource({"form-data", "''", ";", "form-data; filename", "form-data; =; ;=", "form-data; filename*=x"})
    void bearsNonsense(String header) {
        assertEquals(null, ContentParameters.of(header).get("filename"));
    }
}
