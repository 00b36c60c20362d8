# The commands of the project. Each runs a script in scripts/, whose first comment says what it is for.

.DEFAULT_GOAL := help
.PHONY: help site test golden acceptance fuzz compare screenshots lint format clean

help:
	@echo "make site     Construit le site dans output/."
	@echo "              Builds the site into output/."
	@echo "make test     Lance tous les tests : style, Swift, site lu dans Chromium."
	@echo "              Runs all the tests: style, Swift, the site read in Chromium."
	@echo "make golden   Récrit les pages attendues des boîtes à outils de Tests/toolboxes : relisez les différences."
	@echo "              Writes the expected pages of the toolboxes in Tests/toolboxes again: read the differences."
	@echo "make acceptance  Lance les longs essais : contenus abîmés, arrêts brutaux, éditions au hasard (environ 40 min)."
	@echo "              Runs the long trials: damaged content, sudden ends, random edits (about 40 min)."
	@echo "make fuzz     Soumet au programme des textes déformés, puis des textes qui coûteraient trop,"
	@echo "              60 s chacun (FUZZ_SECONDS=300 : plus)."
	@echo "              Feeds mangled texts to the program, then texts that might cost too much,"
	@echo "              60 s each (FUZZ_SECONDS=300: more)."
	@echo "make compare  Compare la vérification des liens avec celle de lychee, environ 5 min."
	@echo "              Compares the check of links with lychee’s, about 5 min."
	@echo "make screenshots Photographie chaque sorte de page dans captures/, et le README dans docs/images/."
	@echo "              Takes pictures of each kind of page into captures/, and of the README into docs/images/."
	@echo "make lint     Vérifie l'écriture du code, sans rien changer."
	@echo "              Checks how the code is written, and changes nothing."
	@echo "make format   Remet le code Swift en forme."
	@echo "              Puts the Swift code into form."
	@echo "make clean    Efface le programme et les outils de test ; output/ reste."
	@echo "              Deletes the program and the tools of the tests; output/ stays."
	@echo
	@echo "site et test installent ce qui leur manque (apt, sudo si besoin)."
	@echo "site and test install what they miss (apt, with sudo if need be)."

site:
	scripts/build-release
	.build/release/trousse build

test:
	scripts/test

golden:
	scripts/rewrite-golden-pages

acceptance:
	scripts/acceptance

fuzz:
	scripts/fuzz

compare:
	scripts/compare-lychee

screenshots:
	scripts/screenshots

lint:
	scripts/lint

format:
	swift format --in-place --parallel --configuration .swift-format --recursive Sources Tests Fuzz Package.swift

clean:
	rm -rf .build .build-fuzz .venv-tests .venv-comparison .specifications .trousse
