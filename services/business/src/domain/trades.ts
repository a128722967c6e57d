import type { Category } from '@buy-locals/contracts/business/shapes'

/** A kind of work, as people call it. */
export type Trade = {
  /** Every business of these categories does it. */
  of?: readonly Category[]
  /** Of these categories those do it whose name or services show it. */
  within?: readonly Category[]
  /** What comes near where nobody does it. */
  near?: readonly Category[]
  phrases: string
  /** What those write who do it, and nobody looks for. */
  signs?: string
}

const eating = ['restaurant', 'bar', 'cafe', 'bakery', 'food-shop'] as const
const cuisine = (phrases: string): Trade => ({ within: eating, near: ['restaurant'], phrases })

/** The first phrase of a category's own trade is what it is called where nothing else was found. */
// prettier-ignore
export const trades: Record<string, Trade> = {
  hair: {
    of: ['hair'], within: ['beauty', 'spa'],
    phrases: 'hair, hair salon, salon, haircut, cut, hairdresser, hairdressing, hairstylist, hairstyle, hairstyling, stylist, barber, barber shop, fade, taper, buzz cut, crew cut, trim, beard, beard trim, shave, shaving, razor, straight razor, mustache, bangs, fringe, blowout, blow dry, updo, hair color, hair colour, haircolor, colorist, highlights, balayage, ombre, perm, keratin, hair extensions, braids, braiding, cornrows, dreadlocks, locs, hair wash',
  },
  beauty: {
    of: ['beauty'], within: ['spa', 'hair'],
    phrases: 'beauty, beauty salon, salon, beautician, cosmetics, makeup, make up, makeup artist, esthetician, aesthetician, skin care, facial, tanning, spray tan, eyebrow, brow, brow wax, threading, eyebrow threading, lash, eyelash, lash extensions, lash lift, wax, waxing, bikini wax, brazilian, hair removal, laser hair removal, electrolysis, botox, microblading, hair and makeup, perm',
  },
  nails: {
    within: ['beauty', 'spa', 'hair'], near: ['beauty'],
    phrases: 'nail, nail salon, nail shop, nail place, manicure, pedicure, mani, pedi, mani pedi, gel nails, acrylic nails, dip nails, gel manicure, nail tech, nail art',
  },
  spa: {
    of: ['spa'], within: ['beauty'],
    phrases: 'spa, day spa, massage, massage therapy, massage therapist, masseuse, deep tissue, deep tissue massage, swedish massage, sports massage, hot stone, couples massage, prenatal massage, body wrap, sauna, steam room, hot tub, mineral bath, reflexology, bodywork, facial, relax, relaxation, wax, waxing',
  },
  fitness: {
    of: ['fitness'], within: ['sport', 'yoga'],
    phrases: 'gym, fitness, fitness center, fitness class, workout, exercise, weights, weight lifting, weight room, weight training, powerlifting, strength, strength training, barbell, crossfit, bootcamp, personal trainer, personal training, trainer, health club, cardio, spin class, spinning, aerobics, zumba, kickboxing, get in shape',
  },
  yoga: { of: ['yoga'], within: ['fitness'], phrases: 'yoga, hot yoga, vinyasa, bikram, hatha, flow class, meditation, stretching, mindfulness, prenatal yoga' },
  pilates: { within: ['fitness', 'yoga'], near: ['yoga', 'fitness'], phrases: 'pilates, barre, reformer' },
  health: {
    of: ['health'],
    phrases: 'clinic, health, doctor, physician, medical, urgent care, walk in clinic, family doctor, hospital, wellness, checkup, back pain, neck pain, pain',
  },
  physio: { within: ['health'], near: ['health'], phrases: 'physical therapy, physical therapist, physiotherapy, physiotherapist, physio, sports physio, pt, rehab, rehabilitation, sports injury, sports medicine' },
  chiropractor: { within: ['health'], near: ['health'], phrases: 'chiropractor, chiropractic, chiro, spine, adjustment' },
  eyes: { within: ['health'], near: ['health'], phrases: 'eye doctor, eye exam, optometrist, optometry, optician, optical, optics, eyeglasses, contact lenses, contacts, vision' },
  pharmacy: { within: ['health'], near: ['health'], phrases: 'pharmacy, drugstore, pharmacist, prescription, chemist' },
  therapy: { within: ['health'], near: ['health'], phrases: 'counseling, counselor, therapist, therapy, psychologist, psychiatrist, mental health, acupuncture, acupuncturist, podiatrist, foot doctor, dermatologist, pediatrician' },
  dental: {
    of: ['dental'],
    phrases: 'dentist, dental, dentistry, dental clinic, teeth, tooth, teeth cleaning, tooth cleaning, toothache, teeth whitening, root canal, hygienist, dental hygienist, cavity, cavities, dentures, wisdom teeth, checkup, dental checkup',
  },
  orthodontist: { within: ['dental'], near: ['dental'], phrases: 'orthodontist, orthodontics, braces, invisalign, retainer' },
  childrensDentist: { within: ['dental'], near: ['dental'], phrases: 'pediatric dentist, childrens dentist, kids dentist, dentistry for children, dentist for kids' },
  vet: {
    of: ['vet'],
    phrases: 'vet, veterinarian, veterinary, animal hospital, animal clinic, pet clinic, pet hospital, animal doctor, pet doctor, dog doctor, cat doctor, vaccination, vaccine, shots, puppy shots, dog shots, spay, neuter, sick dog, sick cat',
  },
  pets: { of: ['pets'], within: ['vet'], phrases: 'pet, pet care, pet store, pet supplies, dog, puppy, cat, animal, pet clinic' },
  grooming: {
    within: ['pets'], near: ['pets'],
    phrases: 'dog groomer, dog grooming, pet groomer, pet grooming, cat grooming, groomer, grooming, dog wash, dog bath, dog haircut, dog nail trim, puppy grooming, wash my dog', signs: 'bath and brush, groom, grmng',
  },
  petSitting: { within: ['pets'], near: ['pets'], phrases: 'pet sitter, pet sitting, dog sitter, dog sitting, dog walker, dog walking, dog boarding, pet boarding, kennel, dog daycare, doggy daycare', signs: 'sitter' },
  restaurant: {
    of: ['restaurant'], within: ['bar', 'cafe'],
    phrases: 'restaurant, food, dinner, lunch, supper, eat, eatery, dining, place to eat, grill, bistro, takeout, takeaway, date night, reserve a table, book a table, table for two, table for four, fine dining, family restaurant, vegan, vegetarian, salad, soup, fast food',
  },
  pizza: cuisine('pizza, pizzeria, calzone, pie hole'),
  italian: cuisine('italian, italian food, italian restaurant, pasta, spaghetti, lasagna'),
  mexican: cuisine('mexican, mexican food, mexican restaurant, taco, taqueria, burrito, enchilada, quesadilla, cantina, margarita'),
  japanese: cuisine('japanese, japanese food, japanese restaurant, sushi, sushi bar, ramen, teriyaki, hibachi'),
  noodles: cuisine('noodle, noodles, noodle house, noodle soup, ramen, pho, udon'),
  thai: cuisine('thai, thai food, thai restaurant, pad thai, curry'),
  chinese: cuisine('chinese, chinese food, chinese restaurant, dim sum, dumplings, wok, mongolian, changs'),
  korean: cuisine('korean, korean food, korean bbq, korea, kimchi, bulgogi'),
  indian: cuisine('indian, indian food, indian restaurant, tandoori, masala, curry, bombay, naan'),
  mediterranean: cuisine('mediterranean, greek, greek food, gyro, pita, falafel, hummus, kebab, shawarma'),
  french: cuisine('french, french food, french restaurant, crepe, paris'),
  spanish: cuisine('spanish, spanish food, basque, basque food, tapas, paella'),
  burgers: cuisine('burger, hamburger, cheeseburger, fries, wings, chicken wings, hot dog'),
  steak: cuisine('steak, steakhouse, prime rib'),
  seafood: cuisine('seafood, fish, fish and chips, oysters, crab'),
  barbecue: cuisine('barbecue, barbeque, bbq, ribs, brisket, smokehouse'),
  sandwiches: cuisine('sandwich, sandwich shop, sub, sub shop, deli, delicatessen, hoagie, panini, subway'),
  breakfast: { within: ['restaurant', 'cafe', 'bakery'], near: ['cafe'], phrases: 'breakfast, brunch, pancakes, waffles, omelette, diner, eggs' },
  cafe: {
    of: ['cafe'], within: ['bakery', 'food-shop', 'restaurant'],
    phrases: 'cafe, coffee, coffee shop, coffee house, coffee bar, espresso, latte, cappuccino, cold brew, tea, tea house, tea room, matcha, chai, java, place to work',
  },
  iceCream: { within: eating, near: ['cafe'], phrases: 'ice cream, ice cream shop, ice cream parlor, creamery, gelato, frozen yogurt, froyo, milkshake, sundae, sorbet', signs: 'dairy, baskin robbins' },
  bakery: {
    of: ['bakery'], within: ['cafe', 'restaurant'],
    phrases: 'bakery, bread, baker, bake shop, cake, cake shop, birthday cake, wedding cake, cake tasting, pastry, pastries, pie, croissant, cupcake, muffin, cookie, sourdough, baguette, dessert, fresh bread',
  },
  donuts: { within: ['bakery', 'cafe', 'food-shop'], near: ['bakery'], phrases: 'donut, doughnut, donut shop, bagel' },
  groceries: {
    of: ['food-shop'],
    phrases: 'grocery store, grocery, groceries, supermarket, market, food store, convenience store, corner store, butcher, meat market, produce, farmers market, gourmet, cheese shop, wine shop, liquor store, health food',
  },
  candy: { within: ['food-shop', 'bakery', 'gifts'], near: ['food-shop'], phrases: 'candy, candy store, chocolate, chocolate shop, chocolatier, chocolat, sweets, fudge' },
  bar: {
    of: ['bar'], within: ['restaurant'],
    phrases: 'bar, pub, drinks, beer, cocktail, cocktail bar, cocktail lounge, lounge, tavern, nightclub, nightlife, happy hour, wine bar, irish pub, brewery, brew pub, brewpub, craft beer, sports bar, dive bar, saloon, sports pub, dance club',
  },
  comedy: { within: ['bar', 'venue'], near: ['bar', 'venue'], phrases: 'comedy, comedy club, stand up comedy, live music, concert, concert house, music venue, karaoke' },
  billiards: { within: ['bar', 'sport'], near: ['bar'], phrases: 'billiards, billiard, billiard table, pool hall, pool table, shoot pool, play pool, snooker, pool' },
  bike: {
    of: ['bike'], within: ['sport', 'repair'],
    phrases: 'bike, bicycle, bike shop, bicycle shop, bike store, bike repair, bicycle repair, fix bike, bike mechanic, bicycle mechanic, bike tune up, bike service, tune up, flat repair, flat tire, flat, puncture, cyclery, cycle shop, ebike, mountain bike, bike rental, bike fitting, bike parts',
  },
  auto: {
    of: ['auto'],
    phrases: 'car repair, auto, auto repair, auto shop, car shop, car, car service, car mechanic, auto mechanic, automotive, mechanic, garage, oil change, brake, brakes, brake service, brake repair, inspection, car inspection, emissions, smog check, alignment, engine, check engine light, muffler, exhaust, car battery, tune up, truck repair, body shop, collision, dent repair, motor, radiator, auto parts, import car',
  },
  tires: { within: ['auto'], near: ['auto'], phrases: 'tire, tires, tyre, tire shop, tire store, flat tire, new tires, tire rotation, wheel alignment' },
  carWash: { within: ['auto'], near: ['auto'], phrases: 'car wash, carwash, auto wash, auto detailing, car detailing, detailing, wash my car' },
  transmissions: { within: ['auto'], near: ['auto'], phrases: 'transmission, transmission repair, transmission shop, clutch, gearbox' },
  autoGlass: { within: ['auto'], near: ['auto'], phrases: 'windshield, auto glass, car window, windshield repair, windshield replacement, rock chip' },
  motorcycles: { within: ['auto', 'sport'], near: ['auto'], phrases: 'motorcycle, motorbike, motorcycle repair, custom cycles, atv, snowmobile' },
  repair: { of: ['repair'], phrases: 'repair, repair shop, repairs, fix, fix it, mend, broken' },
  computers: { within: ['repair', 'shop'], near: ['repair'], phrases: 'computer, computer repair, computer shop, laptop, laptop repair, pc repair, mac repair, it support, tech support, electronics', signs: 'tech, technology, information technology, software' },
  phones: { within: ['repair'], near: ['repair'], phrases: 'phone repair, cell phone repair, iphone repair, screen repair, cracked screen' },
  tailor: {
    within: ['repair', 'clothing', 'cleaning'], near: ['clothing', 'repair'],
    phrases: 'tailor, tailoring, tailor shop, alteration, alterations, clothing alterations, clothes repair, seamstress, dressmaker, hem, hem pants, hemming, zipper, zipper repair, mending', signs: 'fitting, mended',
  },
  shoeRepair: { within: ['repair'], near: ['repair'], phrases: 'shoe repair, cobbler, resole' },
  home: {
    of: ['home'],
    phrases: 'home improvement, home repair, plumber, plumbing, electrician, electrical, handyman, contractor, painter, house painter, roofing, roofer, hvac, furnace, heating, air conditioning, remodel, carpenter, movers, locksmith, pest control, hardware store, lamps, window shades, blinds',
  },
  furniture: { within: ['home', 'shop'], near: ['home'], phrases: 'furniture, furniture store, sofa, couch, mattress, home decor, home goods, furnishings, homewares, bedding' },
  cleaning: {
    within: ['cleaning', 'home', 'repair'], near: ['cleaning'],
    phrases: 'house cleaning, cleaning, cleaner, clean, house cleaner, home cleaning, home clean, clean my house, apartment cleaning, cleaning service, cleaning lady, cleaning company, maid, maid service, housekeeper, housekeeping, janitorial, janitor, office cleaning, deep clean, deep cleaning, move out cleaning, window cleaning',
  },
  carpets: { within: ['cleaning', 'home'], near: ['cleaning'], phrases: 'carpet cleaning, carpet cleaner, rug cleaning, upholstery cleaning, carpet' },
  dryCleaning: { within: ['cleaning'], near: ['cleaning'], phrases: 'dry cleaning, dry cleaner, dry clean, cleaners, drycleaner, martinizing, shirts pressed, ironing' },
  laundry: { within: ['cleaning'], near: ['cleaning'], phrases: 'laundry, laundromat, laundrette, coin laundry, self service laundry, wash and fold, laundry service' },
  garden: {
    of: ['garden'], within: ['home'],
    phrases: 'gardener, garden, gardening, landscaping, landscaper, landscape, landscape design, lawn, lawn care, lawn service, lawn mowing, mow lawn, mowing, yard, yard work, yard care, yard service, hedge, hedge trimming, tree trimming, tree service, pruning, weeding, sprinkler, irrigation, sod, plants, plant nursery, garden center, leaf removal, snow removal',
  },
  tutoring: {
    of: ['tutoring'],
    phrases: 'tutor, tutoring, homework help, math, maths, math tutor, math help, algebra, calculus, geometry, physics, physics tutor, chemistry, english tutor, essay, essay help, sat prep, act prep, test prep, exam prep, reading tutor, science tutor, learning center',
  },
  musicLessons: {
    within: ['music', 'tutoring'], near: ['music', 'tutoring'],
    phrases: 'music lessons, music teacher, music school, music class, piano, piano lessons, piano teacher, guitar lessons, guitar teacher, voice lessons, voice teacher, singing, singing lessons, violin lessons, drum lessons, learn piano, learn guitar', signs: 'trial lesson, lesson',
  },
  music: {
    of: ['music'],
    phrases: 'music store, music, music shop, instrument, musical instruments, guitar, guitar shop, guitar store, violin, violin shop, drums, drum shop, piano, piano store, record store, record shop, records, vinyl, sheet music',
  },
  photo: {
    of: ['photo'],
    phrases: 'photographer, photography, photo, photos, photo studio, portrait, portrait studio, family photos, family portraits, headshot, passport photo, wedding photographer, wedding photos, senior pictures, senior photos, picture, pictures, camera, camera store, photo shoot, photoshoot, engagement photos, baby photos, film developing',
  },
  art: { of: ['art'], phrases: 'art, art class, gallery, art gallery, painting class, paint and sip, craft, arts and crafts, creative' },
  pottery: { within: ['art'], near: ['art'], phrases: 'pottery, pottery class, pottery wheel, potter, ceramics, ceramic, clay, kiln, wheel throwing, pottery studio', signs: 'try the wheel' },
  tattoo: { within: ['art', 'beauty'], near: ['art'], phrases: 'tattoo, tattoo parlor, tattoo shop, tattoo artist, ink, piercing, body piercing' },
  museum: { within: ['art', 'venue', 'books'], near: ['art'], phrases: 'museum, art museum, history museum, exhibit, exhibition' },
  fabric: { within: ['art', 'shop'], near: ['art'], phrases: 'fabric, fabric store, fabrics, yarn, yarn store, knitting, sewing, quilting, stitch, craft store' },
  dance: { within: ['venue', 'fitness', 'art'], near: ['venue', 'fitness'], phrases: 'dance, dance class, dance studio, ballet, ballet class, ballroom, hip hop' },
  theater: { within: ['venue', 'art'], near: ['venue'], phrases: 'theater, theatre, play, plays, movie, movie theater, cinema, shakespeare, drama, musical' },
  books: {
    of: ['books'],
    phrases: 'bookstore, book, book shop, used books, used bookstore, new books, childrens books, kids books, novel, bookseller, reading hour, story time, literature, comic books, bibles',
  },
  clothing: {
    of: ['clothing'], within: ['shop'],
    phrases: 'clothing store, clothing, clothes, apparel, fashion, boutique, dress, dress shop, suit, menswear, mens store, mens clothing, womens clothing, jeans, shoes, shoe store, shoe shop, boots, kids clothes, baby clothes, maternity clothes, bridal, wedding dress, bridal shop, lingerie',
  },
  gifts: {
    of: ['gifts'], within: ['shop'],
    phrases: 'gift shop, gift, souvenir, greeting card, cards, flowers, florist, flower shop, bouquet, toys, toy store, stationery, gift wrapping, party supplies, origami, hobby shop, games, game store, art supply, present',
  },
  jewelry: { within: ['gifts', 'shop'], near: ['gifts'], phrases: 'jewelry, jewellery, jewelry store, jeweler, jeweller, diamond, engagement ring, wedding ring, ring, watch, watch repair, watches' },
  secondhand: { of: ['shop'], within: ['clothing', 'home'], phrases: 'shopping, thrift store, thrift, secondhand, second hand store, consignment, vintage, antique, antiques, used furniture, department store, office supplies, general store' },
  sport: {
    of: ['sport'],
    phrases: 'sporting goods, sport, sports, sports store, sports equipment, ski, ski shop, snowboard, skateboard, skate shop, climbing, rock climbing, fishing, fly fishing, fly shop, golf, bowling, soccer, baseball, basketball, hockey, swimming, outdoor gear, hunting, kayak',
  },
  tennis: { within: ['sport'], near: ['sport'], phrases: 'tennis, tennis court, tennis lessons, tennis coach, tennis club, court, pickleball, racquet club' },
  lodging: {
    of: ['lodging'],
    phrases: 'hotel, motel, inn, bed and breakfast, bnb, lodging, place to stay, room for the night, accommodation, campground, camping, hostel, guest house, guest lodge, rv park, resort',
  },
  legal: {
    of: ['legal'],
    phrases: 'lawyer, attorney, law firm, law office, legal, legal advice, legal help, solicitor, will, will and testament, last will, estate planning, divorce, divorce lawyer, lease review, notary, contract, immigration lawyer, dui lawyer, paralegal, landlord dispute',
  },
  finance: {
    of: ['finance'],
    phrases: 'accountant, accounting, cpa, bookkeeper, bookkeeping, tax, tax prep, tax preparation, tax preparer, tax return, tax help, income tax, irs, bank, credit union, financial advisor, financial planner, payroll, mortgage, audit',
  },
  venue: {
    of: ['venue'],
    phrases: 'event space, venue, event venue, party venue, party room, party hall, wedding venue, reception hall, banquet hall, hall, hall rental, rent a hall, meeting room, conference room, party place, birthday party, function room, community hall',
  },
}
