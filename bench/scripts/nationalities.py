#!/usr/bin/env python3
"""Makes config/lexicons/groups/nationalities.en.yaml from countries.json of the mledoze/countries project (ODbL-1.0).

  nationalities.py COUNTRIES_JSON > config/lexicons/groups/nationalities.en.yaml
"""
import json, re, sys

IRREGULAR = {  # demonym: (singular nouns, plural nouns); the adjective is the demonym itself
    'British': (['Briton', 'British citizen'], ['Britons', 'British']), 'English': (['Englishman'], ['Englishmen', 'English']),
    'French': (['Frenchman', 'Frenchwoman'], ['Frenchmen', 'French']), 'Irish': (['Irishman'], ['Irishmen', 'Irish']),
    'Dutch': (['Dutchman'], ['Dutchmen', 'Dutch']), 'Spanish': (['Spaniard'], ['Spaniards', 'Spanish']),
    'Polish': (['Pole'], ['Poles']), 'Turkish': (['Turk'], ['Turks']), 'Danish': (['Dane'], ['Danes']),
    'Swedish': (['Swede'], ['Swedes']), 'Finnish': (['Finn'], ['Finns']), 'Welsh': (['Welshman'], ['Welsh']),
}
# Adjectives that differ from the noun which the data gives as demonym.
ADJECTIVE = {'Pole': 'Polish', 'Turk': 'Turkish', 'Dane': 'Danish', 'Swede': 'Swedish', 'Finn': 'Finnish', 'Spaniard': 'Spanish',
             'Icelander': 'Icelandic', 'Luxembourger': 'Luxembourgish', 'New Zealander': 'New Zealand', 'Greenlander': 'Greenlandic',
             'Liechtensteiner': 'Liechtenstein', 'Filipino': 'Filipino', 'Serb': 'Serbian', 'Uzbekistani': 'Uzbek',
             'Slovak': 'Slovak', 'Czech': 'Czech', 'Scot': 'Scottish', 'Afghan': 'Afghan', 'Argentine': 'Argentine'}
EXTRA_SINGULAR = {'Serbian': ['Serb'], 'Croatian': ['Croat'], 'Slovene': ['Slovenian'], 'Bosnian': ['Bosniak'], 'Uzbekistani': ['Uzbek'],
                  'Argentinean': ['Argentine', 'Argentinian'], 'Turkish': [], 'Kazakhstani': ['Kazakh'], 'Tadzhik': ['Tajik'], 'Kirghiz': ['Kyrgyz'], 'Azerbaijani': ['Azeri']}

# Territories without inhabitants of their own, or whose demonym in the data is that of the state they belong to.
WITHOUT = {'ATA', 'ATF', 'BES', 'BVT', 'HMD', 'IOT', 'MNP', 'SGS', 'SJM', 'UMI'}
# Names of the land beside the one in the data.
EXTRA_PLACE = {'GBR': ['Britain', 'Great Britain'], 'USA': ['America', 'United States of America'], 'NLD': ['Holland'], 'CZE': ['Czech Republic'],
               'MMR': ['Burma'], 'CIV': ["Côte d'Ivoire"], 'MKD': ['Macedonia'], 'TUR': ['Türkiye'], 'SWZ': ['Swaziland'], 'CPV': ['Cabo Verde'],
               'TLS': ['East Timor'], 'BIH': ['Bosnia'], 'ARE': ['Emirates'], 'COD': ['Congo'], 'SYR': ['Syrian Arab Republic'], 'IRN': ['Persia'],
               'KGZ': ['Kirghizia'], 'BLR': ['Byelorussia'], 'MDA': ['Moldavia'], 'GMB': ['The Gambia'], 'LKA': ['Ceylon'], 'KHM': ['Kampuchea']}


def plural(word):
    if re.search(r'(ese|ish|ch|ss|ois|iss|Kyrgyz|Kirghiz)$', word) and word != 'Czech':
        return word
    if word.endswith('y') and word[-2] not in 'aeiou':
        return word[:-1] + 'ies'
    return word + 's' if not word.endswith('s') else word


def group(country):
    demonym = country.get('demonyms', {}).get('eng', {}).get('m', '')
    names = [n.strip() for n in re.split(r',|/| or ', demonym) if n.strip()]
    singular, plurals, adjectives = [], [], []
    for name in names:
        if name in IRREGULAR:
            s, p = IRREGULAR[name]
            singular += s
            plurals += p
        else:
            for noun in [name] + EXTRA_SINGULAR.get(name, []):
                singular.append(noun)
                plurals.append(plural(noun))
        adjectives.append(ADJECTIVE.get(name, name))
        adjectives += EXTRA_SINGULAR.get(name, [])
    return singular, plurals, adjectives


def flag(code):
    """The picture of a country's flag: the letters of its code as regional indicators."""
    return ''.join(chr(0x1F1E6 + ord(letter) - ord('A')) for letter in code)


def line(key, values):
    seen = list(dict.fromkeys(values))
    return f'    {key}: [{", ".join(json.dumps(v, ensure_ascii=False) for v in seen)}]' if seen else None


print('''# Nationalities of all countries: demonyms and names.
#
# Origin: countries.json of https://github.com/mledoze/countries, commit 5e9f370050f83ad2ba4cb885f75d66114badf72c.
# Licence: Open Database License 1.0 (ODbL-1.0); this file is a derived database under the same licence.
# Made by bench/scripts/nationalities.py; plurals and irregular forms are added there. Do not edit by hand.
language: en
groups:''')
for country in sorted(json.load(open(sys.argv[1], encoding='utf-8')), key=lambda c: c['cca3']):
    s, p, a = group(country)
    if not s or country['cca3'] in WITHOUT:
        continue
    print(f'  - id: nation-{country["cca3"].lower()}')
    print('    kind: nationality')
    for text in (line('singular', s), line('plural', p), line('adjective', a), line('place', [country['name']['common']] + EXTRA_PLACE.get(country['cca3'], []) + [flag(country['cca2'])])):
        if text:
            print(text)
