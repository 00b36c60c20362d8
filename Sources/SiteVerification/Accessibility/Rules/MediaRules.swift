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

extension DiagnosticID {
  package static let rgaaFrames = DiagnosticID(
    "rgaa-frames",
    title: Message(fr: "Cadre sans titre (RGAA 2)", en: "Frame without a title (RGAA 2)"),
    meaning: Message(
      fr: """
        Un gabarit du thème insère un cadre (`iframe`) sans dire ce qu’il montre. Un lecteur d’écran n’annonce \
        alors qu’un cadre, et il faut y entrer pour savoir de quoi il s’agit.
        """,
      en: """
        A template of the theme puts in a frame (`iframe`) without saying what it shows. A screen reader then \
        only says that there is a frame, and one must go into it to learn what it is.
        """
    ),
    remedy: Message(
      fr: """
        Donnez un titre au cadre :

            <iframe title="Carte du territoire" src="…"></iframe>
        """,
      en: """
        Give the frame a title:

            <iframe title="Carte du territoire" src="…"></iframe>
        """
    )
  )

  package static let rgaaMultimedia = DiagnosticID(
    "rgaa-multimedia",
    title: Message(fr: "Son qui part de lui-même (RGAA 4)", en: "Sound that begins by itself (RGAA 4)"),
    meaning: Message(
      fr: """
        Un son ou une vidéo démarre à l’ouverture de la page, et rien ne permet de l’arrêter. Il couvre la \
        voix du lecteur d’écran et surprend tout le monde.
        """,
      en: """
        A sound or a video begins when the page opens, and nothing stops it. It drowns the voice of a screen \
        reader and surprises everybody.
        """
    ),
    remedy: Message(
      fr: """
        Retirez `autoplay` et montrez les commandes :

            <video controls src="…"></video>
        """,
      en: """
        Take out `autoplay` and show the controls:

            <video controls src="…"></video>
        """
    )
  )
}
