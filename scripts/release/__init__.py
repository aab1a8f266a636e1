"""A copy without a build: the finished site in no clothes, and the program that dresses it in the folder of a brand."""
