"""The foreign terms that we use; ontology/reused.ttl declares those outside RDF, RDFS, OWL and XSD."""

from __future__ import annotations

from pyoxigraph import NamedNode

from summitry.graph.vocabulary.closed import Terms


class RDF(Terms, iri="http://www.w3.org/1999/02/22-rdf-syntax-ns#"):
    """RDF 1.1."""

    type: NamedNode
    Property: NamedNode
    langString: NamedNode


class RDFS(Terms, iri="http://www.w3.org/2000/01/rdf-schema#"):
    """RDF Schema 1.1."""

    Literal: NamedNode
    label: NamedNode
    comment: NamedNode
    isDefinedBy: NamedNode
    subClassOf: NamedNode
    subPropertyOf: NamedNode
    domain: NamedNode
    range: NamedNode


class OWL(Terms, iri="http://www.w3.org/2002/07/owl#"):
    """OWL 2."""

    Ontology: NamedNode
    Class: NamedNode
    ObjectProperty: NamedNode
    DatatypeProperty: NamedNode
    AnnotationProperty: NamedNode
    sameAs: NamedNode
    versionInfo: NamedNode
    versionIRI: NamedNode
    deprecated: NamedNode


class XSD(Terms, iri="http://www.w3.org/2001/XMLSchema#"):
    """The datatypes of our literals."""

    string: NamedNode
    boolean: NamedNode
    integer: NamedNode
    decimal: NamedNode
    date: NamedNode
    dateTime: NamedNode
    gYear: NamedNode
    gYearMonth: NamedNode
    gMonth: NamedNode
    gMonthDay: NamedNode


class DCTERMS(Terms, iri="http://purl.org/dc/terms/"):
    """DCMI Metadata Terms."""

    title: NamedNode
    description: NamedNode
    creator: NamedNode
    license: NamedNode
    source: NamedNode
    created: NamedNode
    modified: NamedNode
    isReplacedBy: NamedNode


class FOAF(Terms, iri="http://xmlns.com/foaf/0.1/"):
    """Friend of a Friend."""

    Agent: NamedNode
    Person: NamedNode
    gender: NamedNode


class GEO(Terms, iri="http://www.opengis.net/ont/geosparql#"):
    """GeoSPARQL 1.1."""

    Feature: NamedNode


class OA(Terms, iri="http://www.w3.org/ns/oa#"):
    """Web Annotation."""

    SpecificResource: NamedNode
    TextPositionSelector: NamedNode
    TextQuoteSelector: NamedNode
    hasSource: NamedNode
    hasSelector: NamedNode
    start: NamedNode
    end: NamedNode
    exact: NamedNode


class ORG(Terms, iri="http://www.w3.org/ns/org#"):
    """The Organization Ontology."""

    Organization: NamedNode
    OrganizationalUnit: NamedNode


class PROV(Terms, iri="http://www.w3.org/ns/prov#"):
    """PROV-O."""

    Entity: NamedNode
    Activity: NamedNode
    SoftwareAgent: NamedNode
    used: NamedNode
    wasAssociatedWith: NamedNode
    wasAttributedTo: NamedNode
    wasDerivedFrom: NamedNode
    wasGeneratedBy: NamedNode
    startedAtTime: NamedNode


class SCHEMA(Terms, iri="https://schema.org/"):
    """schema.org."""

    NewsArticle: NamedNode
    url: NamedNode
    headline: NamedNode
    datePublished: NamedNode
    publisher: NamedNode
    inLanguage: NamedNode
    latitude: NamedNode
    longitude: NamedNode
    domainIncludes: NamedNode
    rangeIncludes: NamedNode


class SKOS(Terms, iri="http://www.w3.org/2004/02/skos/core#"):
    """Simple Knowledge Organization System."""

    Concept: NamedNode
    ConceptScheme: NamedNode
    altLabel: NamedNode
    hiddenLabel: NamedNode
    definition: NamedNode
    example: NamedNode
    notation: NamedNode
    inScheme: NamedNode
    topConceptOf: NamedNode
    broader: NamedNode
    exactMatch: NamedNode
    closeMatch: NamedNode


class VANN(Terms, iri="http://purl.org/vocab/vann/"):
    """A vocabulary for annotating vocabulary descriptions."""

    preferredNamespacePrefix: NamedNode
    preferredNamespaceUri: NamedNode
