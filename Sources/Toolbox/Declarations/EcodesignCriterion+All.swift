extension EcodesignCriterion {
  /// The 78 criteria, in order.
  public static let all: [EcodesignCriterion] = titles.enumerated().flatMap { topic, titles in
    titles.enumerated().map { number, row in
      EcodesignCriterion(topic: topic + 1, number: number + 1, priority: row.priority, title: row.title)
    }
  }

  /// The criteria of each topic. Topics and criteria are in the order of the RGESN.
  private static let titles: [[(priority: Priority, title: String)]] = [
    [
      (.high, "Utilité évaluée au regard des impacts environnementaux"),
      (.high, "Publics visés, besoins et attentes définis"),
      (.medium, "Référent en écoconception identifié"),
      (.high, "Revues régulières de la démarche d’écoconception"),
      (.high, "Objectifs de réduction des impacts du service"),
      (.medium, "Collecte de données responsable et raisonnée"),
      (.low, "Chiffrement adapté aux besoins"),
      (.medium, "Efforts d’ouverture du code source"),
      (.high, "Technologies standard et interopérables"),
      (.medium, "Interfaces ouvertes et documentées avec le matériel"),
    ],
    [
      (.high, "Profils de matériels définis"),
      (.high, "Utilisable sur d’anciens terminaux"),
      (.medium, "Utilisable à bas débit ou hors connexion"),
      (.high, "Utilisable sur d’anciens systèmes et navigateurs"),
      (.high, "Adaptation aux différents écrans"),
      (.medium, "Revues de conception et de code attentives aux impacts"),
      (.high, "Stratégie de maintenance et de fin de service"),
      (.high, "Démarche environnementale demandée aux fournisseurs"),
      (.low, "Impacts des composants d’interface prêts à l’emploi"),
      (.high, "Impacts des services tiers pris en compte"),
    ],
    [
      (.high, "Architecture et composants conçus pour peser peu"),
      (.medium, "Ressources ajustées à la consommation réelle"),
      (.low, "Évolution des protocoles supportée"),
      (.high, "Mises à jour correctives pendant la vie des équipements"),
      (.low, "Mises à jour correctives séparées des évolutives"),
      (.low, "Mises à jour incrémentielles"),
      (.low, "Environnements de développement et de test sobres"),
    ],
    [
      (.high, "Aucune lecture automatique de vidéo, de son ou d’animation"),
      (.high, "Aucun défilement infini"),
      (.medium, "Parcours de navigation optimisés"),
      (.medium, "Services tiers activés au choix de l’utilisateur"),
      (.low, "Composants natifs du navigateur privilégiés"),
      (.medium, "Vidéos, sons et animations porteurs d’information seulement"),
      (.low, "Choix le plus sobre entre texte, image, son et vidéo"),
      (.low, "Polices téléchargées limitées"),
      (.low, "Requêtes limitées pendant la saisie"),
      (.low, "Format de saisie annoncé avant l’envoi d’un formulaire"),
      (.low, "Poids et format annoncés avant un transfert de fichier"),
      (.medium, "Fonctionnalités à fort impact signalées"),
      (.high, "Notifications limitées"),
      (.medium, "Aucun procédé manipulatoire"),
      (.medium, "Moyens de suivre et de réduire l’impact de son usage"),
    ],
    [
      (.medium, "Format adapté à chaque image"),
      (.medium, "Compression adaptée des images"),
      (.high, "Définition adaptée des vidéos"),
      (.high, "Compression efficace des vidéos"),
      (.high, "Mode «\u{A0}écoute seule\u{A0}» pour les vidéos"),
      (.low, "Compression adaptée des sons"),
      (.low, "Format adapté à chaque document"),
      (.medium, "Archivage et suppression des contenus périmés"),
    ],
    [
      (.medium, "Poids et nombre de requêtes limités par écran"),
      (.medium, "Mise en cache de tous les contenus transférés"),
      (.low, "Compression des ressources transférées"),
      (.medium, "Images aux dimensions de leur affichage"),
      (.medium, "Aucun chargement de ressource inutilisée"),
      (.low, "Capteurs des terminaux limités au besoin"),
      (.low, "Ressources statiques sur un même domaine"),
    ],
    [
      (.medium, "Cache du serveur pour les données les plus utilisées"),
      (.medium, "Durées de conservation des données et des documents"),
      (.low, "Traitements en arrière-plan signalés"),
      (.high, "Mécanisme de consensus économe"),
    ],
    [
      (.high, "Hébergement engagé à réduire son empreinte"),
      (.high, "Gestion durable des équipements de l’hébergeur"),
      (.high, "Efficacité énergétique de l’hébergement (PUE)"),
      (.medium, "Consommation d’eau de l’hébergement (WUE)"),
      (.medium, "Électricité documentée et surtout renouvelable"),
      (.medium, "Localisation cohérente de l’hébergement"),
      (.medium, "Chaleur des serveurs valorisée"),
      (.low, "Données «\u{A0}chaudes\u{A0}» et «\u{A0}froides\u{A0}» séparées"),
      (.medium, "Duplication des données au strict nécessaire"),
      (.medium, "Calculs et transferts différés selon les contraintes externes"),
    ],
    [
      (.high, "Nécessité d’un entraînement interrogée"),
      (.high, "Complexité de l’apprentissage proportionnée"),
      (.high, "Quantité d’entraînement limitée"),
      (.high, "Données d’apprentissage au strict nécessaire"),
      (.high, "Réentraînement ajusté aux besoins"),
      (.medium, "Compression des modèles entraînés"),
      (.high, "Stratégie d’inférence économe"),
    ],
  ]
}
