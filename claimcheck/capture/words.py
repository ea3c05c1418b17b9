"""Words by which shops around the world name things, in the languages of large web shops."""

from __future__ import annotations

import re


def _any(words: str) -> str:
    """A pattern for any of the words, none of them in the middle of another word.

    Words of up to five letters must end too ("off", not "office"); longer ones may be stems.
    """
    wanted = {word.strip() for word in words.split("|")}
    return "|".join(map(_bounded, sorted(wanted, key=len, reverse=True)))


def _bounded(word: str) -> str:
    before = r"(?<!\w)" if word[0].isalnum() and word.isascii() else ""
    after = r"(?!\w)" if word[-1].isalnum() and len(word) <= 5 and word.isascii() else ""
    return before + re.escape(word) + after


SKU_LABEL = re.compile(
    r"(?:"
    + _any(
        """
    sku | item no | item number | item code | item # | item id | item | article
    | article number | article no | art. nr | art.nr | artnr | art-nr | art.-nr | art. no | art.no
    | artikelnr. | artikel-nr. | artikel-no | bestelnummer | bestelcode
    | art | artikelnr | artikelnummer | artikel-nr | artikel nr | artikel | bestellnummer
    | bestell-nr | best.-nr | produktnummer | produkt-nr | produktcode | productcode
    | productnummer | product code | product no | product number | product id | product sku
    | style | style code | style no | model code | catalog number | cat. no
    | catalogue number | part number | stock code | stock no | store sku | internet #
    | web id | web code | webcode | dpci | tcin | reference | ref | réf | référence
    | référence produit | réf. produit | code article | code produit | n° article
    | referencia | ref. | código | código de producto | código del producto
    | código do produto | cód | cod | cod. produto | referência | codice | codice articolo
    | codice prodotto | cod. articolo | cod. prodotto | cod. art | riferimento | rif | asin
    | isbn | kod | kod produktu | kod produktów | nr kat | nr katalogowy | nr artykułu
    | indeks | symbol | kód | kód produktu | kód tovaru | kód zboží | katalogové číslo
    | obj. číslo | objednací číslo | cikkszám | termékkód | cod produs | šifra
    | šifra artikla | šifra izdelka | šifra proizvoda | tootekood | kood | preces kods
    | prekės kodas | tuotenumero | tuotekoodi | varenummer | varenr | artikelkod | vörunúmer
    | артикул | код товара | код | код продукта | арт | ürün kodu | stok kodu | κωδικός
    | מק"ט | מק״ט | מקט | رقم المنتج | رمز المنتج | كود المنتج | 商品番号 | 品番
    | 商品コード | 型番 | 商品編號 | 商品编号 | 貨號 | 货号 | 品號 | 상품번호 | 상품코드 | 품번
    | รหัสสินค้า | mã sản phẩm | mã sp | kode produk | listing id | ad id | lot
    | id | ebay item number | artikelcode | articlecode | advertentienummer | anzeigennummer
    | anzeigen-id | anzeige-nr | id produktu | id produsului | id produktu sklepu
    | annonsnummer | numéro d'annonce | n° d'annonce | id annuncio | id anuncio | numer oferty
    | nr oferty | id ogłoszenia | nr ogłoszenia | номер объявления | номер товара
    | objednací kód | kód výrobku | číslo produktu | код на продукта | код на продукт
    | código do anúncio | produktnr | mã hàng | κωδικός προϊόντος
    """
    )
    + r")\s*(?:(?<![\w])(?:nr|no|n°|nº|number|num|id|code|#|№)\.?)?\s*[:#：.\-–]*",
    re.I,
)
# With the shop's own name behind it: "Référence Acme", "kod acme".
SHOPS_OWN_LABEL = re.compile(
    r"(?:référence|reference|réf\.?|ref\.?|referencia|kod|kód|code|código|codice|item|artikel)\s+"
    r"([\w.-]{2,20})\s*(?:[:：]+|$|(?=\ufffe))",
    re.I,
)
# Labels that mean nothing else; "item", "art" or "model" may be followed by anything.
FIRM_SKU_LABEL = re.compile(
    r"(?:sku|asin"
    r"|(?:product|item|article|artikel|art\.?|produkt|bestell|catalog(?:ue)?|stock|style)[ .-]?"
    r"(?:code|no\b|nr|num|id\b|#)|cod|cód|kód|kod|šifra|артикул|код|ref|réf|商品|品番|貨號|상품)",
    re.I,
)
GTIN_LABEL = re.compile(
    r"(?:"
    + _any(
        """
    gtin | gtin13 | gtin-13 | gtin14 | ean | ean13 | ean-13 | ean code | ean-code | ean-kod
    | upc | isbn | isbn-13 | barcode | jan | kod ean | codice ean | code ean | código ean
    | código de barras | codice a barre | ean kód | ean nr | штрихкод | штрих-код
    """
    )
    + r")\s*(?:nr|code|kod|number)?\.?\s*[:#：]*",
    re.I,
)
BRAND_LABEL = re.compile(
    r"(?:"
    + _any(
        """
    brand | brand name | brands | marke | marque | marca | merk | märke | varemærke | merke
    | merkki | tuotemerkki | značka | výrobce | výrobca | marka | producent | fabricant
    | fabricante | hersteller | fabrikant | manufacturer | maker | produttore | proizvajalec
    | blagovna znamka | proizvođač | robna marka | tootja | bränd | kaubamärk | zīmols
    | ražotājs | gamintojas | prekės ženklas | producător | brand/producător | gyártó
    | márka | производитель | бренд | марка | виробник | μάρκα | κατασκευαστής | מותג | יצרן
    | العلامة التجارية | الماركة | ماركة | ブランド | メーカー | 品牌 | 廠牌 | 브랜드
    | 제조사 | แบรนด์ | ยี่ห้อ | thương hiệu | merek | label | make
    | make / manufacturer | make/manufacturer | designer | manufactured by | hergestellt von
    | fabricado por | varumärke | tillverkare | valmistaja | produsent | merknaam
    | торговая марка | торгова марка | nhãn hiệu | hãng sản xuất
    """
    )
    + r")\s*[:：]*",
    re.I,
)
SELLER_LABEL = re.compile(
    r"(?:"
    + _any(
        """
    sold by | seller | sold and shipped by | verkauf durch | verkäufer | verkauft von
    | verkauf und versand durch | vendu par | vendeur | venduto da | venditore | vendido por
    | vendedor | verkoop door | verkoper | verkocht door | sprzedawca | sprzedaje | prodejce
    | predajca | vândut de | продавец | satıcı
    """
    )
    + r")\s*[:：]*",
    re.I,
)
BUY = re.compile(
    _any(
        """
    add to cart | add to basket | add to bag | add to trolley | buy now | buy it now
    | order now | purchase | in den warenkorb | in den einkaufswagen | jetzt kaufen | kaufen
    | ajouter au panier | acheter | aggiungi al carrello | acquista | compra ora
    | añadir al carrito | añadir a la cesta | agregar al carro | agregar al carrito
    | comprar | adicionar ao carrinho | in winkelwagen | in winkelmand | bestellen
    | dodaj do koszyka | do koszyka | kup teraz | do košíku | do košíka | pridať do košíka
    | kúpiť | koupit | adaugă în coș | adauga in cos | kosárba | dodaj v košarico
    | v košarico | dodaj u košaricu | u košaricu | lisa ostukorvi | ostukorvi
    | pievienot grozam | į krepšelį | lisää ostoskoriin | ostoskoriin | lägg i varukorg
    | köp | læg i kurv | legg i handlekurv | в корзину | добавить в корзину | купить
    | sepete ekle | στο καλάθι | הוסף לסל | הוסף לעגלה | קנה עכשיו | أضف إلى السلة
    | اضف الى السلة | カートに入れる | 加入購物車 | 加入购物车 | 立即購買 | 立即购买
    | 장바구니 | 구매하기 | 바로구매 | เพิ่มลงตะกร้า | thêm vào giỏ | place bid
    | chat with seller | contact seller
    """
    ),
    re.I,
)
# Beside an amount: it isn't what the product costs now.
OLD_PRICE = re.compile(
    _any(
        """
    was | were | before | list price | list: | rrp | msrp | r.r.p | regular price | reg.
    | original price | compare at | statt | uvp | uvp: | bisher | vorher | ehemals
    | alter preis | streichpreis | au lieu de | prix conseillé | prix de référence
    | ancien prix | prezzo consigliato | prezzo precedente | prezzo di listino | invece di
    | anziché | listino | pvp | pvpr | precio anterior | antes | precio normal
    | preço normal | de: | adviesprijs | van voor | normale prijs | cena katalogowa
    | poprzednia cena | cena przed | běžná cena | původní cena | pôvodná cena | bežná cena
    | pret vechi | prp | redna cena | tavahind | ovh | ord. pris | tidigare | før
    | старая цена | eski fiyat | 定價 | 原價 | 原价 | 市價 | 建議售價 | 정가 | 參考價
    | 参考价 | 定価 | 通常価格 | precio internet normal | قبل | السعر السابق | بدلا من
    """
    )
    + r"|\bold\b"
    r"|^\s*(?:de|van)\s*$",  # what it was: "de R$ 50 por R$ 40"
    re.I,
)
# Between two amounts: the one before is old.
NOW = re.compile(
    _any(
        """
    now | now only | nu | nu voor | voor | jetzt | nur noch | für | maintenant | désormais
    | ora | adesso | ahora | agora | por | teraz | nyní | teď | acum | most | nyt | сейчас | الآن
    """
    ),
    re.I,
)
NOT_PRICE = re.compile(
    _any(
        """
    approx | approximately | ungefähr | environ | shipping | delivery | postage | versand
    | lieferung | livraison | frais de port
    | spedizione | consegna | envío | envio | frete | verzending | bezorg | dostawa
    | doručen | doprava | livrare | dostava | tarne | доставк | kargo | 運費 | 运费 | 배송
    | per month | /month | /mo | a month | monthly | /monat | monatlich | pro monat | /mois
    | par mois | al mese | /mese | al mes | por mes | cuotas | parcela | vezes | x de
    | x sem juros | sem juros | interest | p.m. | per maand | miesięcznie | rata | raty
    | mesačne | měsíčně | /lună | /mēn | kuus | kuumakse | финанс | taksit | 分期 | 利率
    | 每期 | 期數 | save | you save | sparen | gespart | ersparnis | économi | risparmi
    | ahorra | economize | bespaar | oszczęd | ušetř | ušetr | usetr | economise | prihranek
    | скидк | discount | rabatt | remise | sconto | descuento | desconto | korting | % off
    | off | coupon | voucher | gutschein | cashback | points | punkte | 滿 | 消費 | 満
    | starting price | starting bid | startpreis | startgebot | mise à prix
    | prezzo di partenza | orders over | minimum | over | ab einem | from order | free on
    | à partir de commande | oltre | bestellwert | mindestbestell | deposit | pfand
    | warranty | garantie | protection | insurance | versicherung | installation | trade-in
    | gift card | geschenkkarte | tax | mwst | ust | vat | eco-part | écopart | dont
    | ex vat | excl | zzgl | sans tva | bez dph | netto | without vat | plus | excluding
    | brez ddv | bez pdv | وفر | وفرت | توفير | with code | use code | using code
    | promo code | discount code | mit code | mit dem code | gutscheincode | rabattcode
    | avec le code | code promo | con el código | con código | com o código | com código
    | código promocional | cupão | cupom | cupón | con il codice | codice sconto | met code
    | kortingscode | z kodem | kod rabatowy | s kódem | med kod | rabattkod | med koden
    | med rabatkode | промокод
    """
    )
    + r"|(?<!\w)/\s?(?:\d{0,4}\s?)?(?:kg|g|l|ml|m|m²|m2|100|oz|lb)\b"
    r"|(?<!\w)/\s?(?:ounce|litro|litre|liter|kilo|count)\b"
    r"|\bper (?:kg|100|litre|oz)|\bpro \d|\bje \d",
    re.I,
)
# Says of the amount behind it that it is the price.
PRICE_LABEL = re.compile(
    r"(?:"
    + _any(
        """
    price | preis | prijs | prix | prezzo | precio | preço | cena | cijena | цена | ціна
    | hinta | pris | hind | kaina | cenă | preț | pret | ár | fiyat | fiyatı | τιμή | מחיר
    | السعر | سعر | قیمت | 価格 | 价格 | 價格 | 가격 | ราคา | giá | giá bán | harga
    """
    )
    + r")\s*[:：]",
    re.I,
)
# Of one out of several, or simply of the product.
PER_PIECE = re.compile(
    r"(?<!\w)/\s?(?:1\s?)?(?:st|stk|stück|unit|item|ea|each|pc|piece|pezzo|pièce|szt|ks|db|kpl|buc|kos|шт)\b"
    r"|\bper (?:unit|item|piece)\b",
    re.I,
)
# Sentences of the shop about itself: how it delivers, takes back, takes money and keeps in touch.
SHOP_TALK = re.compile(
    _any(
        """
    free shipping | free delivery | free returns | free standard | next day delivery
    | next-day delivery | standard delivery | express delivery | delivery charge
    | delivered to your door | international shipping | ships within | same day dispatch
    | days return | days returns | day return | day returns | days to return | return policy
    | returns are | exchanges and returns | return conditions | returned with | returned in
    | exchanged or returned | money back guarantee | installments | instalments
    | interest free | interest-free | no deposit
    | payment options | payment methods | klarna | afterpay | clearpay | paypal | newsletter
    | mailing list | customer club | loyalty | out of 5 | out of 5 stars | based on | find your size
    | size guide | share on | gift card
    | gratis verzending | gratis verzonden | gratis bezorg | gratis levering | gratis retour
    | verzendkosten | morgen in huis | dezelfde dag | bezorgkosten | bedenktijd | retourneren
    | retourbeleid | achteraf betalen | gespreid betalen | nieuwsbrief | levertijd | deel op
    | maattabel | spaarpunten
    | kostenloser versand | kostenlose lieferung | gratis versand | versandkosten
    | versandkostenfrei | lieferzeit | rückgabe | rücksendung | ratenzahlung | auf rechnung
    | livraison gratuite | livraison offerte | frais de port | retours gratuits | retour gratuit
    | délai de livraison | paiement en | spedizione gratuita | spese di spedizione
    | reso gratuito | resi gratuiti | envío gratis | envío gratuito | gastos de envío
    | devolución | devoluciones | boletín | frete grátis | parcelamento | darmowa dostawa
    | darmowy zwrot | raty | doprava zdarma | doprava zadarmo | vrácení | livrare gratuita | retur
    | deschiderea coletului | rok dobave | ücretsiz kargo | бесплатная доставка | доставка
    | возврат | самовывоз | restituire | diritto di recesso | rétractation
    | widerruf | ilmaisen toimituksen | ilmainen toimitus | toimituskulut | fri frakt
    | gratis frakt | leveranstid | öppet köp | fri fragt | gratis fragt | gratis levering
    | leveringstid | ingyenes szállítás | szállítási | gratis ongkir | giao hàng | đổi trả
    | business days | ships from | contact us | werktage | werktagen | werkdagen | jours ouvrés
    | giorni lavorativi | días hábiles | días laborables | dias úteis | dni roboczych
    | pracovních dnů | рабочих дней | se envía desde | suele responder
    | oversize delivery | track your order | cash on delivery | rembours
    | availability: | verfügbarkeit: | beschikbaarheid: | disponibilité | disponibilità:
    | disponibilidad: | dostupnost: | dostupnosť: | dostępność: | razpoložljivost: | наличие:
    | boleto | à vista | éco-participation | eco-participation | éco-part | ophalen in
    | pickup only | collection only | dispatched with | تطبق الشروط | رسوم | للاستفسار
    | 상세설명 참조 | 상세페이지 참조 | 宅配 | 免運 | 運費
    | 退貨 | 退换货 | 送料無料 | 返品 | 무료배송 | 반품 | توصيل
    | التوصيل | الدفع | استبدال | الاستبدال | الاسترجاع | الشحن
    """
    )
    + r"|\b(?:voor|vóór|before|vor|avant)\s+(?:\d{1,2}[:.]\d\d|\d{1,2}\s?[ap]m)"
    r"|\borders? over\b|\bon orders\b",
    re.I,
)
# Sentences written for search engines, or that ask for a click.
ADVERT = re.compile(
    _any(
        """
    buy online | shop online | order online | online shop | online store | at best price
    | best price | lowest price | best prices | shop now | check out our | great deals
    | find great | free to join | koop online | bestel online | online kopen | online bestellen
    | laagste prijs | beste prijs | online kaufen | online bestellen | im onlineshop
    | jetzt bestellen | jetzt kaufen | günstig kaufen | bester preis | achetez | achat en ligne
    | meilleur prix | meilleures offres | acheter sur | acquista online | compra online
    | miglior prezzo | migliori offerte | comprar online | compre online | mejor precio
    | mejores ofertas | melhor preço | kup online | sklep internetowy | najlepsza cena
    | internetový obchod | e-shop | tilaa | köp online | beställ | køb online | bestil online
    | интернет-магазин | купите | купить | заказать | выгодной цене | satın al | mua ngay
    | cumpără | cumpara
    """
    )
    + r"|^(?:check out|buy|shop|order) (?!by\b).*\b(?:on|at|from|in)\b"
    r"|^(?:select|choose) (?:a|an|the|your) \w+$|^(?:sélectionne[rz]|wählen? sie|seleccionar?"
    r"|seleziona|wybierz|vyberte|kies (?:een|je|uw))\b.{0,30}$",
    re.I,
)
# Headings over what a page says of its product.
SECTION = re.compile(
    r"(?:"
    + _any(
        """
    description | product description | details | product details | item details | features
    | key features | product features | specifications | product specifications | overview
    | product information | product info | about this item | about this product
    | about the product | highlights | omschrijving | productomschrijving | beschrijving
    | productbeschrijving | productinformatie | kenmerken | eigenschappen | specificaties
    | productdetails | over dit product | over dit artikel | über dieses produkt
    | über diesen artikel | à propos de ce produit | à propos de cet article
    | informations produit | informations sur le produit | informazioni sul prodotto
    | informazioni su questo articolo | sobre este producto | acerca de este producto
    | información del producto | sobre o produto | sobre este artigo | informações do produto
    | produktinformation | tuotetiedot | informacje o produkcie | informace o produktu
    | beschreibung | produktbeschreibung
    | artikelbeschreibung | produktdetails | produktinformationen | eigenschaften | merkmale
    | technische daten | description du produit | détails | détails du produit | descriptif
    | caractéristiques | descrizione | descrizione prodotto | descrizione del prodotto | dettagli
    | dettagli prodotto | caratteristiche | descripción | descripción del producto | detalles
    | detalles del producto | características | características generales
    | características del producto | descrição | descrição do produto | detalhes
    | detalhes do produto | opis | opis produktu | szczegóły | popis | popis produktu | parametry
    | parametre | základné parametre | vlastnosti | leírás | termékleírás | descriere
    | caracteristici | specificații | описание | описание товара | о товаре | характеристики
    | опис | kuvaus | tuotekuvaus | beskrivning | produktbeskrivning | beskrivelse
    | produktbeskrivelse | açıklama | ürün açıklaması | περιγραφή | תיאור | תיאור המוצר | الوصف
    | وصف المنتج | 商品説明 | 商品情報 | 商品描述 | 商品介紹 | 商品詳情 | 產品特色 | 商品详情
    | 說明 | 说明 | 상품정보 | 상품설명 | mô tả | mô tả sản phẩm | deskripsi | รายละเอียดสินค้า
    """
    )
    + r")\s*[:：]?",
    re.I,
)
SALE_CLASS = re.compile(
    r"sale|special|final|current|offer|now|our-?price|actual|today|promo|discounted|deal|selling"
    r"|sell|main|new|big|buy-?box|active|value|total-price|bid|net-?price|red",
    re.I,
)
OLD_CLASS = re.compile(
    r"\bold|old[-_]|[-_]old|oldprice|priceold|price-?was|[-_ ]was|was[-_]|wasprice|strike|strik"
    r"|crossed|through|regular[-_]?price|list[-_]?price|compare|original|rrp|msrp|uvp|before"
    r"|previous|ancien|anterior|streich|barr|retail|basis|reg[-_]price|market[-_]?price|suggest"
    r"|rebate|undiscounted|full[-_]?price|normal[-_]price|discount-from|first-price|(?<![a-z])org(?![a-z])",
    re.I,
)
NOT_PRICE_CLASS = re.compile(
    r"ship|deliver|postage|freight|install|month|financ|credit|instalment|unit[-_]?price"
    r"|price[-_]?per|per[-_]?unit|base[-_]?price|sav(?:e|ing)"
    r"|discount[-_]?(?:amount|value|percent)|percent|coupon|voucher|promo-?code|points|loyal|bonus|minicart"
    r"|mini-cart|cart-total|subtotal|deposit|warrant|insur|filter|price-?range|range-?(?:slider|price)|swatch|variation|twister"
    r"|tax|vat[-_]?|threshold|gift|badge|used|tooltip|legal|footnote|label-energy|score|rating"
    r"|qty|quantity|count\b",
    re.I,
)
PRICE_CLASS = re.compile(
    r"price|prijs|preis|prix|prezzo|precio|preco|cena|cen[ay]|hind|pris|hinta|amount|money|prc"
    r"|kaina|ár\b|цен|fiyat|pvp|bid",
    re.I,
)
