import Diagnostics
import Foundation

extension FileSystemError {
  /// The reason for the refusal, as the end of a sentence.
  package var reason: Message {
    switch code {
    case EACCES: Message(fr: "l’accès est refusé", en: "access is denied")
    case EPERM: Message(fr: "le système ne le permet pas", en: "the system does not permit it")
    case ENOENT: Message(fr: "fichier ou dossier introuvable", en: "no such file or folder")
    case ENOTDIR:
      Message(fr: "un fichier se trouve là où il faut un dossier", en: "a file stands where a folder is needed")
    case EISDIR:
      Message(fr: "un dossier se trouve là où il faut un fichier", en: "a folder stands where a file is needed")
    case EEXIST: Message(fr: "ce nom est déjà pris", en: "this name is taken already")
    case ENOTEMPTY: Message(fr: "le dossier n’est pas vide", en: "the folder is not empty")
    case ENOSPC: Message(fr: "le disque est plein", en: "the disk is full")
    case EDQUOT: Message(fr: "le quota de disque est atteint", en: "the disk quota is used up")
    case EFBIG: Message(fr: "la taille permise à un fichier est dépassée", en: "a file may not be as large")
    case EROFS: Message(fr: "le disque est en lecture seule", en: "the disk is read-only")
    case EMFILE: Message(fr: "trop de fichiers sont ouverts", en: "too many files are open")
    case ENFILE:
      Message(fr: "trop de fichiers sont ouverts sur cette machine", en: "too many files are open on this machine")
    case ENAMETOOLONG: Message(fr: "le nom est trop long", en: "the name is too long")
    case ELOOP:
      Message(
        fr: "un lien symbolique se trouve sur le chemin, et il n’est pas suivi",
        en: "a symbolic link is on the way, and it is not followed")
    case EPIPE: Message(fr: "ce qui y est écrit n’est plus lu", en: "what is written there is no longer read")
    case EBADF: Message(fr: "elle est fermée", en: "it is closed")
    case EIO: Message(fr: "le disque a signalé une erreur", en: "the disk reported an error")
    case ETXTBSY: Message(fr: "ce fichier est un programme en cours", en: "this file is a running program")
    default:
      // The rarer codes have no translation. So the text of the system is used in both languages.
      Message(fr: String(cString: strerror(code)), en: String(cString: strerror(code)))
    }
  }

  /// The message for a file or a folder that cannot be read.
  var unreadableMessage: Message {
    switch code {
    case ENOENT where isFolder: Message(fr: "ce dossier n’existe pas", en: "this folder does not exist")
    case ENOENT: Message(fr: "ce fichier n’existe pas", en: "this file does not exist")
    case EISDIR: Message(fr: "c’est un dossier, et non un fichier", en: "this is a folder, not a file")
    case EINVAL where !isFolder:
      Message(
        fr: "ce n’est pas un fichier ordinaire : un tube ou un périphérique, par exemple",
        en: "this is no ordinary file: a pipe or a device, for example")
    case _ where isFolder:
      Message(
        fr: "ce dossier ne peut pas être lu : \(reason.french)", en: "this folder cannot be read: \(reason.english)")
    default:
      Message(
        fr: "ce fichier ne peut pas être lu : \(reason.french)", en: "this file cannot be read: \(reason.english)")
    }
  }

  /// The remedy for a file or a folder that cannot be read; nil if the code suggests no remedy.
  var unreadableHelp: Message? {
    switch code {
    case ENOENT, ENOTDIR: Message(fr: "vérifiez son nom et son emplacement", en: "check its name and where it is")
    case EISDIR: Message(fr: "indiquez un fichier de ce dossier", en: "name a file of this folder")
    case EACCES, EPERM: Message(fr: "vérifiez ses droits d’accès", en: "check its permissions")
    case EMFILE, ENFILE:
      Message(fr: "fermez d’autres programmes, puis recommencez", en: "close other programs, then retry")
    case EIO: Message(fr: "vérifiez l’état du disque", en: "check the state of the disk")
    default: nil
    }
  }

  /// The remedy for a file that cannot be written; nil if the code suggests no remedy.
  package var unwritableHelp: Message? {
    switch code {
    case ENOSPC, EDQUOT: Message(fr: "libérez de la place", en: "make room")
    case EACCES, EPERM, EROFS: Message(fr: "vérifiez les droits d’accès", en: "check the permissions")
    case EFBIG: Message(fr: "levez la limite (« ulimit -f »)", en: "raise the limit (“ulimit -f”)")
    default: nil
    }
  }
}
