import Encodings
import Engine
import Files
import Foundation

extension Rule {
  /// The rule for questions about a disk (``FileSystem/asked(by:)``).
  ///
  /// The state of an answer is the stamp of the item, with its digest. A refusal for an item that exists has no state,
  /// because the item may become readable without a new stamp. So such a question is asked again in each build.
  package static func disk(_ disk: FileSystem) -> Rule {
    // The clock is read before all stamps of the build. So if an item changes after its stamp was compared, its new
    // stamp is later than this time. Such a stamp counts as in doubt, and a later build then compares the digest too.
    let moment = disk.now()
    return .input(
      DiskQuestion.self,
      read: { question in
        // The stamp is read before the item. So if the item changes in between, a later build finds another stamp.
        let stamp = disk.stamp(question.path)
        let answer = question.answer(on: disk)
        return (answer, { question.state(of: answer, stamp, on: disk) })
      },
      unchanged: { question, state in
        var reader = ByteReader(state)
        guard let file = try? StampedFile(&reader) else { return nil }
        switch file.compared(on: disk, at: moment) {
        case .same: return Array(state)
        case .renewed(let file): return file.encoded
        case .changed: return nil
        }
      })
  }
}

extension DiskQuestion {
  fileprivate func answer(on disk: FileSystem) -> Answer {
    do throws(FileSystemError) {
      switch subject {
      case .content(let limit, let links):
        return .content(try disk.read(path, limit, links))
      case .items(let links): return .items(try disk.list(path, links))
      case .presence:
        return .presence(disk.kind(path), isLink: disk.isLink(path), realPath: disk.realPath(path))
      }
    } catch {
      return .refusal(error)
    }
  }

  /// The state of an answer; empty if the answer must be read again in the next build.
  fileprivate func state(of answer: Answer, _ stamp: FileStamp?, on disk: FileSystem) -> [UInt8] {
    let isInDoubt = stamp?.isInDoubt(at: disk.now()) ?? false
    func state(_ use: StampedFile.Use, _ digest: String) -> [UInt8] {
      StampedFile(path: path, use: use, stamp: stamp, isInDoubt: isInDoubt, digest: digest).encoded
    }
    switch answer {
    case .content(let bytes): return state(.content, Digest.sha256(bytes))
    case .items(let items): return state(.listing, StampedFile.digest(of: items))
    case .presence(let kind, let isLink, let path):
      return state(.presence, StampedFile.digest(of: kind, isLink, path))
    case .refusal: return stamp == nil ? state(.presence, StampedFile.digest(ofItemAt: path, on: disk)) : []
    }
  }
}

extension StampedFile {
  fileprivate var encoded: [UInt8] {
    var writer = ByteWriter()
    write(to: &writer)
    return writer.bytes
  }
}

extension FileSystem {
  /// This file system, with all its read operations asked through an asker. So a computation that reads files with it
  /// depends on these files.
  package func asked(by asker: Asker) -> FileSystem {
    var disk = self
    disk.read = { path, limit, links throws(FileSystemError) in
      switch asker.ask(DiskQuestion(path: path, subject: .content(limit, links))) {
      case .content(let bytes): return bytes
      case .refusal(let error): throw error
      case .items, .presence: throw FileSystemError(path: path, code: EIO)
      }
    }
    disk.list = { path, links throws(FileSystemError) in
      switch asker.ask(DiskQuestion(path: path, subject: .items(links))) {
      case .items(let items): return items
      case .refusal(let error): throw error
      case .content, .presence: throw FileSystemError(path: path, code: EIO)
      }
    }
    disk.kind = { asker.presence(of: $0).kind }
    disk.isLink = { asker.presence(of: $0).isLink }
    disk.realPath = { asker.presence(of: $0).realPath }
    return disk
  }
}

extension Asker {
  fileprivate func presence(of path: String) -> (kind: FileSystem.Item.Kind?, isLink: Bool, realPath: String?) {
    guard case .presence(let kind, let isLink, let realPath) = ask(DiskQuestion(path: path, subject: .presence)) else {
      return (nil, false, nil)
    }
    return (kind, isLink, realPath)
  }
}
