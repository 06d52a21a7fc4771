"""The data of the demo region: gemeenten, aanbieders, products."""
