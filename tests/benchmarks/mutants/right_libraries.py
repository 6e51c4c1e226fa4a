"""Published libraries as converters. Each part is there only if its library is installed."""

from importlib.util import find_spec

from claimcheck.converters import converts

if find_spec("pint"):
    import pint

    REGISTRY = pint.UnitRegistry()

    @converts("km", "mile")
    def pint_length(km):
        return REGISTRY.Quantity(km, "kilometer").to("mile").magnitude

    @converts("°C", "°F")
    def pint_temperature(celsius):
        return REGISTRY.Quantity(celsius, "degC").to("degF").magnitude

    @converts("°C", "°F", difference=True)
    def pint_difference(celsius):
        return REGISTRY.Quantity(celsius, "delta_degC").to("delta_degF").magnitude

    @converts("km", "mile", form="named", refuses=["wrong dimension"])
    def pint_by_name(value, source, target):
        return REGISTRY.Quantity(value, REGISTRY.Unit(source)).to(target).magnitude

    @converts("US gallon", "L")
    def pint_gallon(gallons):
        return REGISTRY.Quantity(gallons, "gallon").to("liter").magnitude


if find_spec("astropy"):
    from astropy import units as u
    from astropy.units import imperial

    @converts("km", "mile", types=["int", "float", "array"])
    def astropy_length(km):
        return (km * u.km).to_value(imperial.mile)

    @converts("°C", "°F")
    def astropy_temperature(celsius):
        return (celsius * u.deg_C).to_value(imperial.deg_F, equivalencies=u.temperature())

    @converts("lb", "kg")
    def astropy_mass(pounds):
        return (pounds * imperial.lb).to_value(u.kg)


if find_spec("unyt"):
    import unyt

    @converts("km", "mile")
    def unyt_length(km):
        return unyt.unyt_quantity(km, "km").to_value("mile")

    @converts("°C", "°F")
    def unyt_temperature(celsius):
        return unyt.unyt_quantity(float(celsius), "degC").to_value("degF")

    @converts("lb", "kg")
    def unyt_mass(pounds):
        return unyt.unyt_quantity(pounds, "lb").to_value("kg")


if find_spec("quantities"):
    import quantities as pq

    @converts("km", "mile", types=["int", "float", "array"])
    def quantities_length(km):
        return (km * pq.km).rescale(pq.mile).magnitude

    @converts("kg", "lb")
    def quantities_mass(kg):
        return (kg * pq.kg).rescale(pq.pound).magnitude

    @converts("sq mi", "km²")
    def quantities_area(square_miles):
        return (square_miles * pq.mile**2).rescale(pq.km**2).magnitude
