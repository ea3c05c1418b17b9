"""A product page of an invented brand, as a shop's program writes it."""

JSON_LD = b"""<html><head><title>Rosy Gummies | Shop</title>
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Product",
"name": "Rosy Hair Gummies", "brand": {"@type": "Brand", "name": "Rosy"}, "sku": "RG-60",
"gtin13": "4006381333931", "image": ["https://shop.example/jar.jpg"],
"description": "60 gummies a jar. Longer hair in four weeks. Tested by dermatologists.",
"offers": {"@type": "Offer", "price": "39.95", "priceCurrency": "EUR",
"seller": {"@type": "Organization", "name": "Rosy BV"}}}</script>
<link rel="canonical" href="https://shop.example/gummies"></head>
<body><h1>Rosy Hair Gummies</h1><ul><li>Vegan and sugar free</li></ul></body></html>"""
