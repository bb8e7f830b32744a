package org.momo4j.lab.failure;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says what is wrong with a file: the messages of Java's exceptions are often no more than its name. */
public final class FileError {
    private FileError() {}

    /** The sentence, which names the file. */
    public static String sentence(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> missing.getFile() + " does not exist";
            case FileNotFoundException missing -> String.valueOf(missing.getMessage());
            case AccessDeniedException denied -> denied.getFile() + " may not be read or written";
            case NotDirectoryException file -> file.getFile() + " is not a directory";
            case FileAlreadyExistsException file -> file.getFile() + " exists and is not a directory";
            case DirectoryNotEmptyException full -> full.getFile() + " is a directory that is not empty";
            case FileSystemException other -> other.getFile() + ": " + other.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
