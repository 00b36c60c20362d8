import Diagnostics

extension AccessibilityRules {
  static let frames = [
    AccessibilityRule(
      .frames, 1,
      demand: Message(fr: "un cadre (iframe) a un titre", en: "a frame (iframe) has a title"),
      help: Message(fr: "dites dans « title » ce que le cadre montre", en: "say in “title” what the frame shows")
    ) { page in
      let untitled = page.all(["iframe", "frame"]).filter { place in
        let frame = page.elements[place]
        return frame.text("title") == nil && !frame.isHiddenFromAssistance
      }
      return page.faults(untitled) { tag in
        Message(fr: "le cadre « \(tag) » n’a pas de titre", en: "the frame “\(tag)” has no title")
      }
    }
  ]

  static let multimedia = [
    AccessibilityRule(
      .multimedia, 10,
      demand: Message(
        fr: "aucun son ne part de lui-même sans qu’on puisse l’arrêter",
        en: "no sound begins by itself that cannot be stopped"),
      help: Message(
        fr: "retirez « autoplay », ou ajoutez « controls » ou « muted »",
        en: "take out “autoplay”, or add “controls” or “muted”")
    ) { page in
      let loud = page.all(["audio", "video"]).filter { place in
        let medium = page.elements[place]
        return medium.value("autoplay") != nil && medium.value("controls") == nil && medium.value("muted") == nil
      }
      return page.faults(loud + page.all("bgsound")) { tag in
        Message(
          fr: "le son de « \(tag) » part de lui-même et rien ne l’arrête",
          en: "the sound of “\(tag)” begins by itself and nothing stops it")
      }
    }
  ]
}
